/**
 * The members of a compiler that both webpack 5 and Rspack 2 offer and the manifest is read from.
 * A type test checks it against both.
 */

export interface CompilerLike {
  readonly hooks: {
    readonly thisCompilation: {
      tap(name: string, fn: (compilation: CompilationLike) => void): void;
    };
  };
  readonly webpack: {
    readonly Compilation: { readonly PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: number };
    readonly sources: { readonly RawSource: new (source: string) => SourceLike };
  };
}

export interface SourceLike {
  size(): number;
}

export interface CompilationLike {
  readonly compiler: { readonly context: string };
  readonly outputOptions: { readonly publicPath?: unknown };
  readonly hash?: string | null | undefined;
  readonly hooks: {
    readonly processAssets: {
      tapPromise(options: { name: string; stage: number }, fn: () => Promise<void>): void;
    };
  };
  readonly chunkGraph: ChunkGraphLike;
  readonly moduleGraph: ModuleGraphLike;
  readonly chunks: Iterable<ChunkLike>;
  readonly assets: Readonly<Record<string, unknown>>;
  readonly namedChunks: ReadonlyMapLike<ChunkLike>;
  readonly namedChunkGroups: ReadonlyMapLike<ChunkGroupLike>;
  readonly entrypoints: ReadonlyMapLike<ChunkGroupLike>;
  readonly entries: ReadonlyMapLike<{ readonly dependencies: readonly DependencyLike[] }>;
  getAssetPath(path: string, data: { hash: string }): string;
  emitAsset(name: string, source: SourceLike): void;
}

export interface ReadonlyMapLike<T> {
  get(key: string): T | undefined;
}

export interface ChunkGroupLike {
  readonly chunks: readonly ChunkLike[];
  readonly childrenIterable: Iterable<ChunkGroupLike>;
}

export interface ChunkLike {
  readonly id?: string | number | null | undefined;
  readonly hash?: string | undefined;
  readonly groupsIterable: Iterable<ChunkGroupLike>;
  readonly files: Iterable<string>;
  hasRuntime(): boolean;
  getAllReferencedChunks(): Iterable<ChunkLike>;
}

export interface DependencyLike {
  readonly type: string;
}

export interface BlockLike {
  readonly dependencies: readonly DependencyLike[];
}

export interface ModuleLike {
  readonly blocks: readonly BlockLike[];
  identifier(): string;
  /** Path of the resource; the request, for a module of a remote. */
  nameForCondition(): string | null | undefined;
}

export interface ModuleGraphLike {
  getModule(dependency: DependencyLike): ModuleLike | null;
}

export interface ChunkGraphLike {
  getBlockChunkGroup(block: BlockLike): ChunkGroupLike | null | undefined;
  getChunkModulesIterableBySourceType(
    chunk: ChunkLike,
    sourceType: string,
  ): Iterable<ModuleLike> | undefined;
}
