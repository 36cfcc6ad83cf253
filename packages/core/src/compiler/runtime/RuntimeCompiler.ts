/** The members that putting the runtime into chunks needs; both bundlers offer them. */

export interface RuntimeCompiler {
  readonly context: string;
  readonly options: {
    readonly mode?: string | undefined;
    readonly entry: unknown;
    readonly output: {
      readonly uniqueName?: string | undefined;
      readonly library?: RuntimeLibrary | undefined;
      readonly module?: boolean | undefined;
      readonly environment?: { readonly arrowFunction?: boolean | undefined } | undefined;
      readonly chunkLoading?: string | false | undefined;
      readonly chunkLoadingGlobal?: string | undefined;
      readonly globalObject?: string | undefined;
      readonly hotUpdateGlobal?: string | undefined;
      readonly trustedTypes?: unknown;
      readonly crossOriginLoading?: string | false | undefined;
      readonly publicPath?: unknown;
      readonly filename?: unknown;
    };
    readonly resolve: { alias?: unknown };
    readonly externalsPresets: Environments;
  };
  /** {@link RuntimeBundler} */
  readonly webpack: unknown;
  /** Missing before webpack 5.84, where the presets of externals tell the same. */
  readonly platform?: Environments;
  readonly hooks: {
    /** Passes a {@link RuntimeCompilation}. */
    readonly thisCompilation: {
      tap(name: string, listener: (compilation: unknown) => void): unknown;
    };
    /** Passes a {@link PluginCompilation}. */
    readonly finishMake: {
      tapPromise(
        options: { name: string; stage: number },
        listener: (compilation: unknown) => Promise<void>,
      ): unknown;
    };
  };
}

interface RuntimeLibrary {
  readonly type: string;
}

export interface RuntimeEntry {
  readonly library?: RuntimeLibrary | undefined;
}

interface Environments {
  readonly web?: boolean | null | undefined;
  readonly node?: boolean | null | undefined;
}

export interface RuntimeBundler {
  readonly RuntimeGlobals: Readonly<
    Record<'require' | 'startup' | 'asyncModule' | 'instantiateWasm' | RequiredGlobal, string>
  >;
  readonly RuntimeModule: RuntimeModuleClass;
  readonly Compilation: { readonly PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: number };
  readonly sources: { readonly RawSource: new (source: string) => object };
  /** webpack ≥ 5.112; the member beside it is deprecated there. */
  readonly runtime?: { readonly RuntimeModule?: RuntimeModuleClass };
}

export type RequiredGlobal =
  | 'moduleFactories'
  | 'moduleCache'
  | 'shareScopeMap'
  | 'initializeSharing'
  | 'runtimeId'
  | 'ensureChunk'
  | 'ensureChunkHandlers'
  | 'ensureChunkIncludeEntries'
  | 'publicPath'
  | 'createScriptUrl'
  | 'scriptNonce'
  | 'loadScript';

export interface RuntimeModuleClass {
  new (name: string, stage?: number): object;
  readonly STAGE_NORMAL: number;
  readonly STAGE_BASIC: number;
  readonly STAGE_ATTACH: number;
  readonly STAGE_TRIGGER: number;
}

export interface RuntimeCompilation {
  readonly errors: { push(error: Error): unknown };
  readonly entrypoints: ReadonlyMap<string, RuntimeEntrypoint>;
  readonly chunks: Iterable<RuntimeChunk>;
  readonly chunkGraph: {
    getChunkEntryModulesIterable(chunk: RuntimeChunk): Iterable<unknown>;
    getModuleId(module: unknown): string | number | null;
    getModuleChunks(module: unknown): Iterable<RuntimeChunk>;
    getChunkModulesIterableBySourceType(
      chunk: RuntimeChunk,
      sourceType: string,
    ): Iterable<RuntimeGraphModule> | undefined;
  };
  readonly moduleGraph: {
    getModule(dependency: RuntimeDependency): RuntimeGraphModule | null;
    isAsync(module: RuntimeGraphModule): boolean;
    getIncomingConnections(
      module: RuntimeGraphModule,
    ): Iterable<{ readonly dependency: RuntimeDependency | null }>;
  };
  readonly hooks: {
    readonly additionalTreeRuntimeRequirements: {
      tap(name: string, listener: (chunk: RuntimeChunk, requirements: Set<string>) => void): void;
    };
    readonly processAssets: {
      tap(options: { name: string; stage: number }, listener: () => void): void;
    };
  };
  emitAsset(name: string, source: object, info: object): void;
  addRuntimeModule(chunk: RuntimeChunk, module: object): void;
}

export interface RuntimeDependency {
  readonly type: string;
}

interface RuntimeBlock {
  readonly dependencies: readonly RuntimeDependency[];
}

/** A module as the graphs of both bundlers show it. */
export interface RuntimeGraphModule extends RuntimeBlock {
  readonly type: string;
  readonly blocks: readonly RuntimeBlock[];
  identifier(): string;
}

export interface RuntimeChunk {
  readonly id?: string | number | null | undefined;
  readonly name?: string | null | undefined;
  readonly groupsIterable: Iterable<RuntimeChunkGroup>;
  getEntryOptions(): { readonly chunkLoading?: string | false | undefined } | undefined;
  getAllReferencedChunks(): Iterable<RuntimeChunk>;
}

export interface RuntimeChunkGroup {
  readonly chunks: Iterable<RuntimeChunk>;
  isInitial(): boolean;
  getParents(): Iterable<RuntimeChunkGroup>;
}

export interface RuntimeEntrypoint extends RuntimeChunkGroup {
  getRuntimeChunk(): RuntimeChunk | null;
}

/** What building a module that nobody imports needs beside it. */
export interface PluginBundler {
  readonly EntryPlugin: { createDependency(request: string): RuntimeDependency };
  readonly DynamicEntryPlugin: new (
    context: string,
    entry: () => Promise<object>,
  ) => { apply(compiler: RuntimeCompiler): void };
}

export interface PluginCompilation extends RuntimeCompilation {
  readonly entries: { keys(): Iterable<string> };
  addInclude(
    context: string,
    dependency: object,
    options: { name: string },
    done: (error?: Error | null) => void,
  ): void;
}
