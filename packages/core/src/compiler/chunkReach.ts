import type { StartupData } from '@hansa/runtime/protocol';
import type { RuntimeChunk, RuntimeChunkGroup, RuntimeCompilation } from './RuntimeCompiler.ts';

/** Source types of the modules that the tables list. */
export type TableSourceTypes = Readonly<Record<'remote' | 'consume' | 'provide', string>>;

type ChunkGraph = RuntimeCompilation['chunkGraph'];
type Kind = keyof TableSourceTypes;

/** Whether a runtime chunk, or any chunk that it loads, holds modules of a kind. */
export function reaches(
  chunkGraph: ChunkGraph,
  runtimeChunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
): (kind: Kind) => boolean {
  const chunks = [...runtimeChunk.getAllReferencedChunks()];
  return (kind) => chunks.some((chunk) => holds(chunkGraph, chunk, kind, sourceTypes));
}

/** The entries of a runtime that have something to wait for, and the chunks that say what. */
export function startupOf(
  { chunkGraph, entrypoints }: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
): StartupData[] {
  const waits = (chunk: RuntimeChunk): boolean =>
    holds(chunkGraph, chunk, 'consume', sourceTypes) ||
    holds(chunkGraph, chunk, 'remote', sourceTypes);
  const startup: StartupData[] = [];
  for (const entrypoint of entrypoints.values()) {
    if (entrypoint.getRuntimeChunk()?.id !== runtimeChunk.id) continue;
    const initial = [...chunksBefore(entrypoint)];
    if (!initial.some(waits)) continue;
    const chunks = initial.map(({ id }) => id!);
    for (const chunk of entrypoint.chunks) {
      const modules = [...chunkGraph.getChunkEntryModulesIterable(chunk)];
      if (!modules.length) continue;
      const entries = modules.map((module) => chunkGraph.getModuleId(module)!);
      startup.push(chunk.id === runtimeChunk.id ? { chunks } : { chunks, entries });
    }
  }
  return startup;
}

/** The chunks that are on the page when the entry of a group runs: also those of the entries it depends on. */
function chunksBefore(
  group: RuntimeChunkGroup,
  found = new Set<RuntimeChunk>(),
): Set<RuntimeChunk> {
  for (const chunk of group.chunks) found.add(chunk);
  for (const parent of group.getParents()) chunksBefore(parent, found);
  return found;
}

function holds(
  chunkGraph: ChunkGraph,
  chunk: RuntimeChunk,
  kind: Kind,
  sourceTypes: TableSourceTypes,
): boolean {
  const modules = chunkGraph.getChunkModulesIterableBySourceType(chunk, sourceTypes[kind]);
  for (const module of modules ?? []) {
    // Rspack lists remote modules among the providers too.
    if (kind !== 'provide' || module.type === 'provide-module') return true;
  }
  return false;
}
