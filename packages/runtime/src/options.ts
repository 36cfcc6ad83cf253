import type {
  ModuleFactory,
  ShareConfig,
  ShareEntry,
  ShareStrategy,
} from './protocol/container.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import type { RemoteSource } from './protocol/tables.ts';

/** How an entry is loaded: `module` and `esm` by `import()`, `system` by SystemJS, all others as a script. */
export type RemoteEntryType =
  | 'module'
  | 'esm'
  | 'system'
  | 'global'
  | 'var'
  | 'script'
  | 'commonjs'
  | 'commonjs-module'
  // Keeps the names above for completion.
  | (string & {});

/** What a remote may say beside its name and place. */
export interface RemoteCommon {
  /** A second name for requests. */
  alias?: string | undefined;
  /** @default 'default' */
  shareScope?: string | string[] | undefined;
  /** @default 'global' */
  type?: RemoteEntryType | undefined;
  /** Global variable of the container. @default the name */
  entryGlobalName?: string | undefined;
  /** Milliseconds that its manifest, and then its entry, may take. @default 10000 */
  timeout?: number | undefined;
}

export interface RemoteWithEntry extends RemoteCommon {
  /** Name of the container. */
  name: string;
  /** URL of `remoteEntry.js`, of an ES module, or of a manifest (`*.json`). */
  entry: string;
  version?: string | undefined;
}

/** A remote whose entry the snapshot of the page knows. */
export interface RemoteWithVersion extends RemoteCommon {
  /** Name of the container. */
  name: string;
  version: string;
  entry?: undefined;
}

/** A remote as users register it. */
export type Remote = RemoteWithEntry | RemoteWithVersion;

/** Also one that a `Partial` of a configuration leaves without a place: it answers RUNTIME-007. */
export type RemoteInput = Remote | (RemoteCommon & { name: string; entry: string | undefined });

/** A remote with every default filled in. */
export interface RemoteInfo {
  name: string;
  alias?: string | undefined;
  version?: string | undefined;
  buildVersion?: string | undefined;
  entry: string;
  type: RemoteEntryType;
  entryGlobalName: string;
  shareScope: string | string[];
  /** URL of the manifest that named the entry. */
  from?: string | undefined;
  timeout?: number | undefined;
  /** Tried in order when the entry fails. */
  fallbacks?: readonly RemoteSource[] | undefined;
}

export type SharedGetter = () => ModuleFactory | Promise<ModuleFactory>;

/** A version of a shared module as users register it: with `lib` or `get`, or as a requirement only. */
export interface ShareArgs {
  /** @default '0' */
  version?: string | undefined;
  /** Returns the module. */
  lib?: (() => unknown) | undefined;
  /** Loads the module. */
  get?: (() => ModuleFactory | Promise<ModuleFactory>) | undefined;
  /** `requiredVersion` is `^version` unless set. */
  shareConfig?: Partial<ShareConfig> | undefined;
  /** @default 'default' */
  scope?: string | string[] | undefined;
  /** Names of the shares that this one needs. */
  deps?: string[] | undefined;
  strategy?: ShareStrategy | undefined;
  loaded?: boolean | undefined;
}

/** A registered version of a shared module. */
export interface Shared extends ShareEntry {
  version: string;
  scope: string[];
  useIn: string[];
  deps: string[];
  shareConfig: ShareConfig;
  strategy: ShareStrategy;
}

export type ShareInfos = Record<string, Shared[]>;

export type CallFrom = 'build' | 'runtime';

export interface UserOptions {
  /** Name of the instance; unique on the page. */
  name: string;
  version?: string | undefined;
  /** @default name@version */
  id?: string | undefined;
  remotes?: Remote[] | undefined;
  shared?: Record<string, ShareArgs | ShareArgs[]> | undefined;
  plugins?: RuntimePlugin[] | undefined;
  /** @default 'loaded-first' */
  shareStrategy?: ShareStrategy | undefined;
}

/** The options of an instance. */
export interface Options {
  id: string;
  name: string;
  version?: string;
  remotes: Remote[];
  shared: ShareInfos;
  plugins: RuntimePlugin[];
  inBrowser: boolean;
  shareStrategy: ShareStrategy;
}

export interface LoadShareOptions {
  /** Overrides scope and requirement; with it, `false` answers for a share that nobody provides. */
  customShareInfo?: ShareArgs | Partial<Shared> | undefined;
  /** Chooses among the registered versions. */
  resolver?: ((candidates: Shared[]) => Shared | undefined) | undefined;
  from?: CallFrom | undefined;
  context?: ShareLoadContext | undefined;
}

/** On whose behalf a share is loaded. */
export interface ShareLoadContext {
  trigger?: CallFrom | 'container-init' | undefined;
  moduleId?: string | number | undefined;
  chunkId?: string | number | undefined;
}

export interface LoadRemoteOptions {
  /** `false`: resolve with the factory instead of the module. @default true */
  loadFactory?: boolean | undefined;
  /** Who asks. @default 'runtime' */
  from?: CallFrom | undefined;
}
