interface Selection {
  chunks?: unknown;
}

interface SplitChunks extends Selection {
  readonly cacheGroups?: Record<string, unknown>;
  fallbackCacheGroup?: unknown;
}

interface SelectableChunk {
  readonly name?: string | null | undefined;
  canBeInitial(): boolean;
}

/**
 * Keeps the chunk of a container out of `splitChunks`: a remote entry that has to wait for other chunks is a promise
 * where hosts expect a container. Its exposes are split like any other chunk.
 * @param splitChunks the bundler's own object; the groups in it are the user's, for other builds too, and are replaced
 */
export function keepContainerWhole(splitChunks: unknown, containerName: string): void {
  if (!splitChunks) return;
  const own = splitChunks as SplitChunks;
  const without = <T>(selection: T): T => {
    if (!selection || typeof selection !== 'object' || selection instanceof RegExp)
      return selection;
    const selects = selectorOf((selection as Selection).chunks);
    if (!selects) return selection;
    const chunks = (chunk: SelectableChunk): boolean =>
      chunk.name !== containerName && selects(chunk);
    return { ...selection, chunks };
  };
  const { cacheGroups = {} } = own;
  for (const name of Object.keys(cacheGroups)) cacheGroups[name] = without(cacheGroups[name]);
  own.fallbackCacheGroup = without(own.fallbackCacheGroup);
  own.chunks = without(own).chunks;
}

/** `undefined` where entries are not selected anyway. */
function selectorOf(chunks: unknown): ((chunk: SelectableChunk) => boolean) | undefined {
  if (chunks === 'all') return () => true;
  if (chunks === 'initial') return (chunk) => chunk.canBeInitial();
  if (chunks instanceof RegExp) return ({ name }) => !!name && chunks.test(name);
  return typeof chunks === 'function' ? (chunks as (chunk: SelectableChunk) => boolean) : undefined;
}
