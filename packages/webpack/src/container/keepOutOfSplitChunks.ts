import type { Chunk, Compiler } from '../Webpack.ts';

interface Selection {
  chunks?: unknown;
}

/** Keeps the chunk `name` whole: what is split off an entry has to be loaded before it, but a container is one file. */
export function keepOutOfSplitChunks(compiler: Compiler, name: string): void {
  // By then all plugins have had their say on the options, and the defaults are there.
  compiler.hooks.environment.tap('HansaContainer', () => {
    const { splitChunks } = compiler.options.optimization;
    if (!splitChunks) return;
    const groups = Object.values(splitChunks.cacheGroups ?? {});
    for (const selection of [splitChunks, splitChunks.fallbackCacheGroup, ...groups]) {
      if (selection && typeof selection === 'object') exclude(selection as Selection, name);
    }
  });
}

function exclude(selection: Selection, name: string): void {
  const { chunks } = selection;
  const selects = selectorOf(chunks);
  if (selects) selection.chunks = (chunk: Chunk) => chunk.name !== name && selects(chunk);
}

/** `undefined` where initial chunks are not selected anyway. */
function selectorOf(chunks: unknown): ((chunk: Chunk) => boolean) | undefined {
  if (chunks === 'all') return () => true;
  if (chunks === 'initial') return (chunk) => chunk.canBeInitial();
  if (chunks instanceof RegExp) return ({ name }) => !!name && chunks.test(name);
  return typeof chunks === 'function' ? (chunks as (chunk: Chunk) => boolean) : undefined;
}
