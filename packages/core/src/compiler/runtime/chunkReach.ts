import { chunkModules } from '../chunkModules.ts';
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

/** Whether a chunk imports shared or remote modules. */
export function waits(
  chunkGraph: ChunkGraph,
  chunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
): boolean {
  return (
    holds(chunkGraph, chunk, 'consume', sourceTypes) ||
    holds(chunkGraph, chunk, 'remote', sourceTypes)
  );
}

function holds(
  chunkGraph: ChunkGraph,
  chunk: RuntimeChunk,
  kind: Kind,
  sourceTypes: TableSourceTypes,
): boolean {
  const modules = chunkModules(chunkGraph, chunk, sourceTypes[kind]);
  // Rspack lists remote modules among the providers too.
  return kind === 'provide'
    ? modules.some(({ type }) => type === 'provide-module')
    : modules.length > 0;
}
