import type { ShareMatchPlan } from './plan.ts';
import { invalid, type Option } from './validate.ts';

/** A share as the user wrote it. */
interface WrittenShare extends ShareMatchPlan {
  readonly shareKey: string;
  readonly import?: string | false | undefined;
  readonly singleton?: boolean | undefined;
  readonly subpaths?: boolean | readonly string[] | undefined;
}

/** @returns `true`: all; a list of names without the package; `undefined`: nothing was said. */
export function readSubpaths(option: Option): boolean | readonly string[] | undefined {
  const { value } = option;
  if (value === undefined || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every(isName)) return value;
  return invalid(option, 'expected a boolean or a list of names like `client`');
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[^./\\][^\\]*$/.test(value);
}

/**
 * The items, and after each the ones that share its sub-paths: exact requests, or the prefix `name/`. What the user
 * wrote about a request himself stays as it is.
 * @param singletons whether those share their sub-paths unless told otherwise
 */
export function withSubpaths<T extends WrittenShare>(
  items: readonly T[],
  singletons: boolean,
): T[] {
  const written = new Set(items.map(identity));
  return items.flatMap((item) => {
    const all = suffixes(item, singletons).map((suffix) => below(item, suffix));
    return [item, ...all.filter((one) => !written.has(identity(one)))];
  });
}

function suffixes(item: WrittenShare, singletons: boolean): readonly string[] {
  const wanted = item.subpaths ?? (singletons && item.singleton && !isReplaced(item));
  if (!wanted || !isPackage(item.request)) return [];
  return wanted === true ? ['/'] : wanted.map((name) => `/${name}`);
}

/** By another package, whose sub-paths may be different ones. */
function isReplaced({ import: request, request: own }: WrittenShare): boolean {
  return request !== undefined && request !== false && request !== own;
}

/** `name` or `@scope/name`. */
export function isPackage(request: string): boolean {
  return /^(?:@[^/\\]+\/)?[^@./\\][^/\\:]*$/.test(request);
}

function below<T extends WrittenShare>(item: T, suffix: string): T {
  return {
    ...item,
    request: item.request + suffix,
    shareKey: item.shareKey + suffix,
    import: item.import && item.import + suffix,
    subpath: true,
  };
}

function identity({ request, issuerLayer }: WrittenShare): string {
  return `(${issuerLayer ?? ''})${request}`;
}
