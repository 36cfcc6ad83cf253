import { chunkModules } from './chunkModules.ts';
import type { ChunkLike, CompilationLike, ModuleLike } from './CompilerLike.ts';

/** Names under which a bundler's chunk graph lists the modules of the federation. */
export interface FederationSourceTypes {
  readonly remote: string;
  readonly consume: string;
  readonly provide: string;
}

/** A module and the chunks it is in. */
export interface PlacedModule {
  readonly module: ModuleLike;
  readonly chunks: ChunkLike[];
}

/** Asks each chunk for its modules of one kind. */
export function federationModules(
  compilation: CompilationLike,
  sourceType: string,
): PlacedModule[] {
  const placed = new Map<string, PlacedModule>();
  const { chunks, chunkGraph } = compilation;
  for (const chunk of chunks) {
    for (const module of chunkModules(chunkGraph, chunk, sourceType)) {
      const id = module.identifier();
      const known = placed.get(id);
      if (known) known.chunks.push(chunk);
      else placed.set(id, { module, chunks: [chunk] });
    }
  }
  return [...placed.values()];
}
