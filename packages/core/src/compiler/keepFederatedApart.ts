interface CacheGroup {
  name?: unknown;
  type?: unknown;
}

interface SplitChunks {
  readonly name?: unknown;
  readonly cacheGroups?: Readonly<Record<string, unknown>>;
}

/** Of both bundlers: modules that stand for those of others. */
const CODE = /^(?!(?:remote-module|consume-shared-module)$)/;

/**
 * Keeps modules without code out of the named groups of `splitChunks`. A chunk is there when the remote modules in it
 * are; with a share of this build in it too, a remote that takes the share would wait for itself.
 */
export function keepFederatedApart(splitChunks: unknown): void {
  if (!splitChunks) return;
  const { name, cacheGroups = {} } = splitChunks as SplitChunks;
  for (const group of Object.values(cacheGroups)) {
    if (!group || typeof group !== 'object' || group instanceof RegExp) continue;
    const named = group as CacheGroup;
    if (named.name ?? name) named.type ??= CODE;
  }
}
