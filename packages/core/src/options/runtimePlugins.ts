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

/** The path of the first value that JSON would drop or change. */
function lostIn(value: unknown, path: string): string | undefined {
  if (Array.isArray(value)) return firstLost(value.map((one, index) => [`${path}[${index}]`, one]));
  if (isObject(value) && Object.getPrototypeOf(value) === Object.prototype) {
    return firstLost(Object.entries(value).map(([key, one]) => [`${path}.${key}`, one]));
  }
  const plain = value === null || ['string', 'boolean', 'undefined'].includes(typeof value);
  return plain || Number.isFinite(value) ? undefined : path;
}

function firstLost(parts: [path: string, value: unknown][]): string | undefined {
  return parts.map(([path, value]) => lostIn(value, path)).find(Boolean);
}
