import { chunkModules } from '../chunkModules.ts';
import { kindOf } from './ChunkGroupReader.ts';
import type { ChunkGroupLike, ChunkLike, CompilationLike } from '../CompilerLike.ts';
import type { FederationSourceTypes } from '../federationModules.ts';

interface KnownChunk {
  readonly hash: string | undefined;
  /** All that a manifest reads of it; `undefined` until the chunk changes for the first time. */
  readonly facts: string | undefined;
}

/**
 * Keeps what was read of the chunk graph from one build of a watching compiler to the next, as long as chunks with a new
 * hash have what they had: most changes do not touch the federation, and on Rspack each look at the graph costs a call
 * into native code.
 */
export class GraphMemory<T> {
  private readonly sourceTypes: FederationSourceTypes;
  private chunks: ReadonlyMap<unknown, KnownChunk> = new Map();
  private files = '';
  private last: T | undefined;

  constructor(sourceTypes: FederationSourceTypes) {
    this.sourceTypes = sourceTypes;
  }

  /** @param entryFacts what is read of the entry of the container */
  recall(compilation: CompilationLike, entryFacts: () => readonly string[], read: () => T): T {
    // Names with content hashes can change after the hashes of the chunks are made.
    const files = Object.keys(compilation.assets).filter(kindOf).sort().join();
    const chunks = new Map<unknown, KnownChunk>();
    let same = files === this.files;
    for (const chunk of compilation.chunks) {
      const { id, hash } = chunk;
      const known = this.chunks.get(id);
      if (known && hash && hash === known.hash) {
        chunks.set(id, known);
        continue;
      }
      const facts = known && this.factsOf(compilation, chunk, entryFacts);
      same &&= facts !== undefined && facts === known?.facts;
      chunks.set(id, { hash, facts });
    }
    same &&= chunks.size === this.chunks.size;
    this.chunks = chunks;
    this.files = files;
    if (!same) this.last = undefined;
    return (this.last ??= read());
  }

  private factsOf(
    { chunkGraph }: CompilationLike,
    chunk: ChunkLike,
    entryFacts: () => readonly string[],
  ): string {
    const { remote, consume, provide } = this.sourceTypes;
    const modules = [remote, consume, provide].map((type) =>
      chunkModules(chunkGraph, chunk, type).map((module) => module.identifier()),
    );
    const groups = [...chunk.groupsIterable].map((group) => [
      idsOf(group),
      [...group.childrenIterable].map(idsOf),
    ]);
    const entry = chunk.hasRuntime() ? entryFacts() : [];
    return JSON.stringify([[...chunk.files], modules, groups, entry]);
  }
}

function idsOf({ chunks }: ChunkGroupLike): unknown[] {
  return chunks.map(({ id }) => id);
}
