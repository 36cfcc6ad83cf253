import type { ModuleFactory } from './container.ts';

/** A module id as the bundler chose it: named ids are strings, deterministic ones numbers. */
export type ModuleId = string | number;

/** Loads a module of this build: eager ones return the factory itself. */
export type Thunk = () => ModuleFactory | Promise<ModuleFactory>;

/** What one build provides to a share scope. */
export interface ProvideData {
  name: string;
  version: string;
  factory: Thunk;
  eager: 0 | 1 | boolean;
  singleton?: 0 | 1 | boolean;
  requiredVersion?: string | false;
  strictVersion?: 0 | 1 | boolean;
  layer?: string | null;
  treeShakingMode?: string | null;
}

/** `__webpack_require__.initializeSharingData`: per scope the providers, and the remotes to initialise (by the id of their external). */
export interface InitializeSharingData {
  scopeToSharingDataMapping: Record<string, (ProvideData | ModuleId)[]>;
  uniqueName: string;
}

export interface ConsumeData {
  shareScope: string | string[];
  shareKey: string;
  import: string | null;
  /** A range, or `*`. */
  requiredVersion: string;
  strictVersion: boolean;
  singleton: boolean;
  eager: boolean;
  layer?: string | null;
  /** Missing with `import: false`. */
  fallback?: Thunk;
  treeShakingMode?: string | null;
}

/** `__webpack_require__.consumesLoadingData`. */
export interface ConsumesLoadingData {
  chunkMapping: Record<string, string[]>;
  moduleIdToConsumeDataMapping: Record<string, ConsumeData>;
  /** Consumes in initial chunks. */
  initialConsumes: string[];
}

export interface RemoteData {
  shareScope: string | string[];
  /** `./Button`, or `.`. */
  name: string;
  /** Id of the external module that yields the container. */
  externalModuleId: ModuleId;
  /** Key of the `remotes` option. */
  remoteName: string;
}

/** `__webpack_require__.remotesLoadingData`. */
export interface RemotesLoadingData {
  chunkMapping: Record<string, string[]>;
  moduleIdToRemoteDataMapping: Record<string, RemoteData>;
}

/** `__webpack_require__.initializeExposesData`: only in the runtime of a container. */
export interface InitializeExposesData {
  moduleMap: Record<string, () => Promise<ModuleFactory>>;
  shareScope: string | string[];
}

/** Where a remote of the `remotes` option is found at run time. Several are tried in order. */
export interface RemoteSource {
  /** Name of the container: its global variable unless the manifest says otherwise. */
  name: string;
  /** `remoteEntry.js`, an ES module, or a manifest (`*.json`). */
  entry: string;
  type: 'script' | 'module' | 'system';
}

/** What the build tells the runtime beside the tables; printed as JSON. */
export interface RuntimeConfig {
  /** Name of the instance. */
  name: string;
  shareStrategy: 'version-first' | 'loaded-first';
  /** By key of the `remotes` option. Remotes that the bundler's externals load are not listed. */
  remotes: Record<string, { sources: RemoteSource[]; shareScope: string | string[] }>;
  /** Module that hands over the runtime plugins. */
  plugins?: ModuleId;
  /** With plugins, in Node: the chunks that have no file, for the plugin that loads chunks there. */
  withoutFile?: ModuleId[];
  /** The initial chunks of the entry in the chunk of the runtime, if their shared and remote modules are waited for. */
  startup?: ModuleId[];
  /** If the build knows of any; all that is not JSON. */
  policies?: Policies;
}

/** What the policies of a page ask of the scripts that are loaded. */
export interface Policies {
  /** A `TrustedScriptURL`, which the types of the platform do not know. */
  url?(url: string): string;
  /** What scripts carry to be let in. */
  nonce?(): string | undefined;
  /** Of scripts of other origins: how they are asked for, `output.crossOriginLoading`. */
  crossOrigin?: string;
}

/** The entry modules of a chunk of their own, and the initial chunks whose shared and remote modules must be there. */
export interface WaitingEntries {
  entries: ModuleId[];
  chunks: ModuleId[];
}
