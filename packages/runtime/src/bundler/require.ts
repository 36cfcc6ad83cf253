import type { ModuleFederation } from '../host.ts';
import type {
  Container,
  ContainerInitOptions,
  InitScope,
  ShareScope,
  ShareScopeMap,
} from '../protocol/container.ts';
import type {
  ConsumesLoadingData,
  InitializeExposesData,
  InitializeSharingData,
  ModuleId,
  RemotesLoadingData,
  RuntimeConfig,
} from '../protocol/tables.ts';
import type { ShareState } from '../share/provide.ts';

export interface ModuleObject {
  exports: unknown;
}

type ChunkHandler = (chunkId: ModuleId, promises: Promise<unknown>[]) => void;

/**
 * The require function of webpack and Rspack, as far as federation meets it. The tables are re-assigned by hot
 * updates and lazy compilation: read them on every call.
 */
export interface WebpackRequire {
  (id: ModuleId): unknown;
  /** Module factories. */
  m: Record<string, (module: ModuleObject) => void>;
  /** Module cache. */
  c: Record<string, ModuleObject>;
  /** Chunk handlers; missing when nothing is loaded on demand. Ours are `share` and `remote`: other plugins have `consumes` and `remotes`. */
  f?: Record<string, ChunkHandler>;
  /** Share scopes. */
  S: ShareScopeMap;
  /** Initialises share scopes. */
  I(name: string | string[], initScope?: InitScope): Promise<unknown> | number | undefined;
  /** The `getScope` of the `get` that is under way. */
  R?: unknown[] | undefined;
  /** Runs the entry. */
  x?: (this: unknown, ...args: unknown[]) => unknown;
  consumesLoadingData?: ConsumesLoadingData;
  remotesLoadingData?: RemotesLoadingData;
  initializeSharingData?: InitializeSharingData;
  initializeExposesData?: InitializeExposesData;
  /** Public path. */
  p: string;
  /** Nonce of the scripts that the bundler's loader makes. */
  nc?: string | undefined;
  /** Loads a script; missing where chunks are loaded in another way. */
  l?(url: string, done: (event?: unknown) => void, ...rest: unknown[]): void;
  getContainer: Container['get'];
  initContainer(
    shareScope: ShareScope,
    initScope?: InitScope,
    options?: ContainerInitOptions,
  ): Promise<unknown> | number | undefined;
  /** Where the facade finds the instance; `instance` is missing in builds without remotes. */
  federation: {
    instance?: ModuleFederation;
    /** Made by `init` under another name than the build's. */
    other?: ModuleFederation | undefined;
    /** The two that the plugin of `@module-federation/node` reads. */
    initOptions?: { name: string };
    chunkMatcher?(chunkId: ModuleId): boolean;
    /** Modules that make runtime plugins, and of what. */
    plugins?: [module: { default?: unknown }, params: unknown][];
  };
}

/** The value of the texts. */
export type Install = (req: WebpackRequire, config: RuntimeConfig) => void;

/** What the handlers share. */
export interface Glue {
  req: WebpackRequire;
  state: ShareState;
}
