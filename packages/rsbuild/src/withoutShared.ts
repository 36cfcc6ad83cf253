import type { Rspack } from '@rsbuild/core';

/**
 * Externals without the requests that are shared: an external is linked before the share scope is asked. Patterns and
 * functions stay as they are.
 */
export function withoutShared(
  externals: Rspack.Externals,
  shared: readonly { readonly request: string }[],
): Rspack.Externals {
  const requests = shared.map(({ request }) => request);
  const isShared = (name: string): boolean =>
    requests.some((one) => (one.endsWith('/') ? name.startsWith(one) : name === one));
  const list = Array.isArray(externals) ? externals : [externals];
  return list
    .filter((item) => typeof item !== 'string' || !isShared(item))
    .map((item) => (isObject(item) ? withoutKeys(item, isShared) : item));
}

function isObject(item: Rspack.ExternalItem): item is Rspack.ExternalItemObjectUnknown {
  return typeof item === 'object' && !(item instanceof RegExp);
}

function withoutKeys<T extends object>(item: T, isGone: (key: string) => boolean): T {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !isGone(key))) as T;
}
