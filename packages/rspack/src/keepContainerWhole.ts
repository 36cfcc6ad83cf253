import type { Chunk, Compiler } from '@rspack/core';

type SplitChunks = Exclude<NonNullable<Compiler['options']['optimization']['splitChunks']>, false>;
type Chunks = NonNullable<SplitChunks['chunks']>;

/**
 * Keeps the container's own chunk out of `splitChunks`: a remote entry that has to wait for other chunks is a promise
 * where hosts expect a container. Its exposes are split like any other chunk.
 */
export function keepContainerWhole(splitChunks: SplitChunks, containerName: string): void {
  const groups = Object.values(splitChunks.cacheGroups ?? {});
  for (const group of [splitChunks, splitChunks.fallbackCacheGroup, ...groups]) {
    // Entries are never selected by `async`.
    if (!group || group.chunks === undefined || group.chunks === 'async') continue;
    const selected = selectorOf(group.chunks);
    group.chunks = (chunk) => chunk.name !== containerName && selected(chunk);
  }
}

function selectorOf(chunks: Exclude<Chunks, 'async'>): (chunk: Chunk) => boolean {
  if (chunks === 'all') return () => true;
  if (chunks === 'initial') return (chunk) => chunk.canBeInitial();
  if (chunks instanceof RegExp) return ({ name }) => name !== undefined && chunks.test(name);
  return chunks;
}
