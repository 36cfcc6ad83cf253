import type { StartupData } from '@hansa/runtime/protocol';
import type { RuntimeChunk, RuntimeCompilation } from './RuntimeCompiler.ts';

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
  chunkGraph: ChunkGraph,
  runtimeChunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
): StartupData[] {
  const waits = (chunk: RuntimeChunk): boolean =>
    holds(chunkGraph, chunk, 'consume', sourceTypes) ||
    holds(chunkGraph, chunk, 'remote', sourceTypes);
  const startup: StartupData[] = [];
  for (const group of runtimeChunk.groupsIterable) {
    const initial = [...group.chunks];
    if (!group.isInitial() || !initial.some(waits)) continue;
    const chunks = initial.map(({ id }) => id!);
    for (const chunk of initial) {
      const modules = [...chunkGraph.getChunkEntryModulesIterable(chunk)];
      if (!modules.length) continue;
      const entries = modules.map((module) => chunkGraph.getModuleId(module)!);
      startup.push(chunk.id === runtimeChunk.id ? { chunks } : { chunks, entries });
    }
  }
  return startup;
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
