import type { ChunkGraphLike, ChunkLike, DependencyLike, ModuleLike } from '../CompilerLike.ts';

/** The members that looking for problems needs; both bundlers offer them. */

export interface ProblemCompiler {
  readonly context: string;
  /** A {@link ProblemBundler}. */
  readonly webpack: unknown;
  readonly hooks: {
    /** Passes a {@link ProblemCompilation} and {@link ProblemParams}. */
    readonly thisCompilation: {
      tap(name: string, listener: (compilation: unknown, params: unknown) => void): unknown;
    };
  };
}

export interface ProblemBundler {
  readonly WebpackError: new (message: string) => Error & { file?: string };
  readonly Compilation: { readonly PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: number };
}

export interface ProblemParams {
  readonly normalModuleFactory: {
    getResolver(type: string, options: object): ProblemResolver;
  };
}

export interface ProblemResolver {
  resolve(
    about: object,
    folder: string,
    request: string,
    found: object,
    callback: (error: Error | null, file?: string | false) => void,
  ): void;
}

export interface ProblemCompilation {
  readonly errors: { readonly length: number; push(error: Error): unknown };
  readonly warnings: { push(error: Error): unknown };
  readonly chunks: Iterable<ChunkLike>;
  readonly chunkGraph: ChunkGraphLike;
  readonly moduleGraph: {
    getModule(dependency: DependencyLike): ModuleLike | null;
    getIncomingConnections(
      module: ModuleLike,
    ): Iterable<{ readonly originModule?: ModuleLike | null }>;
  };
  readonly entrypoints: ReadonlyMap<string, { readonly chunks: readonly ChunkLike[] }>;
  readonly entries: {
    get(name: string):
      | {
          readonly dependencies: readonly DependencyLike[];
          readonly options?: { readonly dependOn?: readonly string[] | undefined };
        }
      | undefined;
  };
  readonly hooks: {
    readonly processAssets: {
      tapPromise(options: { name: string; stage: number }, fn: () => Promise<void>): void;
    };
  };
}
