interface Selection {
  chunks?: unknown;
}

interface SplitChunks extends Selection {
  readonly cacheGroups?: object;
  readonly fallbackCacheGroup?: Selection;
}

interface SelectableChunk {
  readonly name?: string | null | undefined;
  canBeInitial(): boolean;
}

/**
 * Keeps the chunk of a container out of `splitChunks`: a remote entry that has to wait for other chunks is a promise
 * where hosts expect a container. Its exposes are split like any other chunk.
 */
export function keepContainerWhole(splitChunks: unknown, containerName: string): void {
  if (!splitChunks) return;
  const { cacheGroups, fallbackCacheGroup } = splitChunks as SplitChunks;
  for (const group of [splitChunks, fallbackCacheGroup, ...Object.values(cacheGroups ?? {})]) {
    if (!group || typeof group !== 'object' || group instanceof RegExp) continue;
    const selection = group as Selection;
    const selects = selectorOf(selection.chunks);
    if (selects) {
      selection.chunks = (chunk: SelectableChunk) => chunk.name !== containerName && selects(chunk);
    }
  }
}

/** `undefined` where entries are not selected anyway. */
function selectorOf(chunks: unknown): ((chunk: SelectableChunk) => boolean) | undefined {
  if (chunks === 'all') return () => true;
  if (chunks === 'initial') return (chunk) => chunk.canBeInitial();
  if (chunks instanceof RegExp) return ({ name }) => !!name && chunks.test(name);
  return typeof chunks === 'function' ? (chunks as (chunk: SelectableChunk) => boolean) : undefined;
}
