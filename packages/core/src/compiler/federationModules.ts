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

/** Asks each chunk for its modules of one kind. The type is tested too: Rspack lists remotes as providers of a scope as well. */
export function federationModules(
  compilation: CompilationLike,
  sourceType: string,
  type: 'remote-module' | 'consume-shared-module' | 'provide-module',
): PlacedModule[] {
  const placed = new Map<string, PlacedModule>();
  for (const chunk of compilation.chunks) {
    const modules = compilation.chunkGraph.getChunkModulesIterableBySourceType(chunk, sourceType);
    for (const module of modules ?? []) {
      if (module.type !== type) continue;
      const id = module.identifier();
      const known = placed.get(id);
      if (known) known.chunks.push(chunk);
      else placed.set(id, { module, chunks: [chunk] });
    }
  }
  return [...placed.values()];
}
