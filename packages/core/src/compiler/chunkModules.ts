import { once } from './once.ts';

interface Graph<Chunk, Module> {
  getChunkModulesIterableBySourceType(
    chunk: Chunk,
    sourceType: string,
  ): Iterable<Module> | undefined;
}

type Chunks = Map<unknown, readonly unknown[]>;

const read = new WeakMap<object, Map<string, Chunks>>();

/**
 * The modules of a source type in a chunk. Each is asked for once per chunk graph, because a question costs a call into
 * native code on Rspack, and the runtime, the manifest and the problems ask the same. For final chunks only.
 */
export function chunkModules<Chunk, Module>(
  graph: Graph<Chunk, Module>,
  chunk: Chunk,
  sourceType: string,
): readonly Module[] {
  const types = once(read, graph, () => new Map<string, Chunks>());
  const chunks = once(types, sourceType, () => new Map() as Chunks);
  const ask = (): readonly Module[] => [
    ...(graph.getChunkModulesIterableBySourceType(chunk, sourceType) ?? []),
  ];
  return once(chunks, chunk, ask) as readonly Module[];
}
