import type {
  BlockLike,
  ChunkGroupLike,
  ChunkLike,
  CompilationLike,
  DependencyLike,
  ModuleLike,
} from '../../src/compiler/CompilerLike.ts';

interface Group extends ChunkGroupLike {
  readonly chunks: ChunkLike[];
  readonly childrenIterable: Group[];
}

export interface ChunkNode extends ChunkLike {
  readonly modules: ModuleNode[];
}

export interface ModuleNode extends ModuleLike {
  /** Serves as the source type. */
  readonly type: string;
}

/** A chunk graph drawn by hand: as much of a compilation as the manifest is read from. */
export class ChunkGraphSketch {
  readonly chunks: ChunkNode[] = [];
  readonly namedChunks: Map<string, ChunkNode> = new Map();
  readonly groups: Map<string, Group> = new Map();
  readonly entries: Map<string, { dependencies: readonly DependencyLike[] }> = new Map();
  private readonly blockGroups = new Map<BlockLike, Group>();
  private readonly resolved = new Map<DependencyLike, ModuleLike>();

  chunk(files: string[], modules: ModuleNode[] = []): ChunkNode {
    const chunk: ChunkNode = {
      id: this.chunks.length,
      hash: 'first',
      files,
      modules,
      groupsIterable: [],
      hasRuntime: () => false,
      getAllReferencedChunks: () => this.chunks,
    };
    this.chunks.push(chunk);
    return chunk;
  }

  group(chunks: ChunkLike[], children: Group[] = []): Group {
    return { chunks, childrenIterable: children };
  }

  /** An async block whose dependencies are the given modules. */
  block(group: Group | undefined, ...modules: ModuleLike[]): BlockLike {
    const dependencies = modules.map((module) => {
      const dependency = { type: 'test' };
      this.resolved.set(dependency, module);
      return dependency;
    });
    const block = { dependencies };
    if (group) this.blockGroups.set(block, group);
    return block;
  }

  entry(name: string, module: ModuleLike, chunk: ChunkNode): void {
    this.entries.set(name, this.block(undefined, module));
    this.namedChunks.set(name, chunk);
    this.groups.set(name, this.group([chunk]));
  }

  compilation(parts: Partial<CompilationLike> = {}): CompilationLike {
    return {
      compiler: { context: '/app' },
      outputOptions: { publicPath: 'auto' },
      hash: 'abc',
      hooks: { processAssets: { tapPromise: () => {} } },
      chunks: this.chunks,
      assets: {},
      namedChunks: this.namedChunks,
      namedChunkGroups: this.groups,
      entrypoints: this.groups,
      entries: this.entries,
      moduleGraph: { getModule: (dependency) => this.resolved.get(dependency) ?? null },
      chunkGraph: {
        getBlockChunkGroup: (block) => this.blockGroups.get(block),
        getChunkModulesIterableBySourceType: (chunk, type) =>
          (chunk as ChunkNode).modules.filter((module) => module.type === type),
      },
      getAssetPath: (path, { hash }) => path.replace('[fullhash]', hash),
      emitAsset: () => {},
      ...parts,
    };
  }
}

export function moduleOf(type: string, name: string, blocks: BlockLike[] = []): ModuleNode {
  return { type, blocks, identifier: () => name, nameForCondition: () => name };
}
