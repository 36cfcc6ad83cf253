import type { ManifestAssets } from '@hansa/runtime/protocol';
import { sortedSet } from './order.ts';

export function noAssets(): ManifestAssets {
  return { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
}

/** Stylesheets of the group itself keep the order in which they are loaded: it is the order of the cascade. */
export function sortedAssets({ js, css }: ManifestAssets): ManifestAssets {
  return {
    js: { sync: sortedSet(js.sync), async: sortedSet(js.async) },
    css: { sync: [...new Set(css.sync)], async: sortedSet(css.async) },
  };
}
