interface CacheGroup {
  type?: unknown;
}

/** Of both bundlers: modules that stand for those of others. */
const CODE = /^(?!(?:remote-module|consume-shared-module)$)/;

/**
 * Keeps modules without code out of the groups of `splitChunks`. A chunk is there when the remote modules in it are; with
 * a share of this build in it too, a remote that takes the share would wait for itself. For a chunk of nothing else some
 * entries would wait in vain: it has no file.
 */
export function keepFederatedApart(splitChunks: unknown): void {
  if (!splitChunks) return;
  const { cacheGroups = {} } = splitChunks as { cacheGroups?: Readonly<Record<string, unknown>> };
  for (const group of Object.values(cacheGroups)) {
    if (!group || typeof group !== 'object' || group instanceof RegExp) continue;
    (group as CacheGroup).type ??= CODE;
  }
}
