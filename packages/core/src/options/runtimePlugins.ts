import type { RuntimePluginPlan } from './plan.ts';
import { child, invalid, isObject, type Option, reject } from './validate.ts';

/** A request, or a request and what its function is called with. */
export function readRuntimePlugins(option: Option): readonly RuntimePluginPlan[] {
  const { value } = option;
  if (value === undefined) return [];
  if (!Array.isArray(value)) return reject(option, 'a list') ?? [];
  return value.flatMap((_, index) => readPlugin(child(option, index)) ?? []);
}

function readPlugin(option: Option): RuntimePluginPlan | undefined {
  const [request, params, ...rest] = ([] as unknown[]).concat(option.value);
  const isPair = typeof request === 'string' && request !== '' && !rest.length;
  if (!isPair || (params !== undefined && !isObject(params))) {
    return reject(option, 'a request, or [request, an object of parameters]');
  }
  if (params === undefined) return { request, params };
  const lost = lostIn(params, option.path + '[1]');
  if (!lost) return { request, params };
  return invalid({ ...option, path: lost }, 'is printed into the build, so it has to be JSON');
}

/**
 * The path of the first value that JSON would change, or cannot print; those of `undefined` in an object it leaves out.
 * @param above what the value is in
 */
function lostIn(value: unknown, path: string, above: readonly unknown[] = []): string | undefined {
  const isList = Array.isArray(value);
  const isPlain = isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
  if (!isList && !isPlain) {
    const isJson = value === null || ['string', 'boolean'].includes(typeof value);
    return isJson || Number.isFinite(value) ? undefined : path;
  }
  if (above.includes(value)) return path;
  return Object.entries(value)
    .filter(([, one]) => isList || one !== undefined)
    .map(([key, one]) => lostIn(one, path + (isList ? `[${key}]` : `.${key}`), [...above, value]))
    .find(Boolean);
}
