interface Graph<Chunk, Module> {
  getChunkModulesIterableBySourceType(
    chunk: Chunk,
    sourceType: string,
  ): Iterable<Module> | undefined;
}

const read = new WeakMap<object, Map<string, Map<unknown, readonly unknown[]>>>();

/**
 * The modules of a source type in a chunk. Each is asked for once per chunk graph, because a question costs a call into
 * native code on Rspack, and the runtime, the manifest and the problems ask the same. For final chunks only.
 */
export function chunkModules<Chunk, Module>(
  graph: Graph<Chunk, Module>,
  chunk: Chunk,
  sourceType: string,
): readonly Module[] {
  const types = entryOf(read, graph, () => new Map<string, Map<unknown, readonly unknown[]>>());
  const chunks = entryOf(types, sourceType, () => new Map<unknown, readonly unknown[]>());
  const ask = (): readonly Module[] => [
    ...(graph.getChunkModulesIterableBySourceType(chunk, sourceType) ?? []),
  ];
  return entryOf(chunks, chunk, ask) as readonly Module[];
}

function entryOf<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  create: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
