import type { Rspack } from '@rsbuild/core';

/**
 * Externals without the requests that are shared: an external is linked before the share scope is asked. Patterns and
 * functions stay as they are.
 */
export function withoutShared(
  externals: Rspack.Externals,
  shared: readonly { readonly request: string }[],
): Rspack.Externals {
  const requests = new Set(shared.map(({ request }) => request));
  const list = Array.isArray(externals) ? externals : [externals];
  return list
    .filter((item) => typeof item !== 'string' || !requests.has(item))
    .map((item) => (isObject(item) ? withoutKeys(item, requests) : item));
}

function isObject(item: Rspack.ExternalItem): item is Rspack.ExternalItemObjectUnknown {
  return typeof item === 'object' && !(item instanceof RegExp);
}

function withoutKeys<T extends object>(item: T, keys: ReadonlySet<string>): T {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.has(key))) as T;
}
