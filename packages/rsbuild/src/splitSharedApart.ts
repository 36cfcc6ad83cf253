import type { Rspack } from '@rsbuild/core';

type SplitChunks = NonNullable<Rspack.Configuration['optimization']>['splitChunks'];

/**
 * Drops the groups with which Rsbuild's presets put a library into one file (`lib-react` and the like) when it is
 * shared: who needs the part of it that is not shared would download the fallback of the shared part with it.
 */
export function splitSharedApart(
  splitChunks: SplitChunks,
  shared: readonly { readonly request: string }[],
): void {
  const groups = splitChunks && splitChunks.cacheGroups;
  if (!groups) return;
  const paths = shared.map(({ request }) => `/node_modules/${request.replace(/\/$/, '')}/`);
  for (const [key, group] of Object.entries(groups)) {
    if (!group || typeof group !== 'object' || group instanceof RegExp) continue;
    const { name, test } = group;
    const isPreset = typeof name === 'string' && name.startsWith('lib-');
    if (isPreset && test instanceof RegExp && paths.some((path) => test.test(path))) {
      delete groups[key];
    }
  }
}
