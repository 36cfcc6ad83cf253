/** What a share hands out: called once per consumer, returns the module's exports. */
export type ModuleFactory = () => unknown;

/** One version of one shared module in a share scope. Fields beyond `get`, `from` and `eager` may be missing on entries of webpack's own runtime. */
export interface ShareEntry {
  /** Loads the module; the factory (or the promise of it) yields the exports. */
  get: () => ModuleFactory | Promise<ModuleFactory>;
  /** Unique name of the build that provides it. */
  from: string;
  eager?: boolean | undefined;
  /** Truthy from the moment somebody asked for it; never replaced from then on. */
  loaded?: boolean | 1 | undefined;
  /** Set while `get` is under way. */
  loading?: Promise<ModuleFactory> | null | undefined;
  /** The factory, once loaded. */
  lib?: ModuleFactory | undefined;
  version?: string | undefined;
  scope?: string[] | undefined;
  useIn?: string[] | undefined;
  deps?: string[] | undefined;
  strategy?: ShareStrategy | undefined;
  shareConfig?: ShareConfig | undefined;
}

export interface ShareConfig {
  requiredVersion: string | false;
  singleton?: boolean | undefined;
  eager?: boolean | undefined;
  strictVersion?: boolean | undefined;
  layer?: string | null | undefined;
}

export type ShareStrategy = 'version-first' | 'loaded-first';

/** `scope[shareKey][version]`. Shared by reference between all runtimes of a page. */
export type ShareScope = Record<string, Record<string, ShareEntry>>;

export type ShareScopeMap = Record<string, ShareScope>;

/** Marks what has been initialised already on the way, so that circular remotes end. */
export type InitScope = object[];

/** Third argument of `init`: sent by 2.x runtimes, absent from webpack's own. */
export interface ContainerInitOptions {
  version?: string;
  shareScopeKeys?: string | string[];
  shareScopeMap?: ShareScopeMap;
}

/** What `remoteEntry.js` exports. */
export interface Container {
  get(expose: string, getScope?: unknown[]): Promise<ModuleFactory> | ModuleFactory;
  init(
    shareScope: ShareScope,
    initScope?: InitScope,
    options?: ContainerInitOptions,
  ): void | boolean | number | Promise<unknown>;
}
