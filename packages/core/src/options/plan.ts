import type { Stats } from '@hansa/runtime/protocol';

/**
 * The frozen result of normalising user options: all that the rest of the build may read.
 * Every default is applied already; nothing here is ever written to.
 */

/** One entry of `exposes`. */
export interface ExposePlan {
  /** `./Button`, or `.`. */
  readonly key: string;
  /** All are executed, the last one's exports are exposed. */
  readonly import: readonly string[];
  /** Name of the chunk group; exposes that are given the same are loaded together. */
  readonly chunkName: string;
  /** Layer of its modules. */
  readonly layer?: string | undefined;
}

/** One text, or the parts of one, for each kind of module system. */
export type TextRecord = Readonly<Record<string, string | readonly string[]>>;

export interface LibraryPlan {
  readonly type: string;
  readonly name?: string | readonly string[] | TextRecord;
  readonly export?: string | readonly string[];
  readonly umdNamedDefine?: boolean;
  readonly amdContainer?: string;
  readonly auxiliaryComment?: string | TextRecord;
}

export interface ContainerPlan {
  readonly name: string;
  readonly filename: string | undefined;
  readonly library: LibraryPlan;
  /** `false`: the entry embeds its own runtime; `undefined`: the adapter decides. */
  readonly runtime: string | false | undefined;
  readonly shareScope: readonly string[];
  readonly exposes: readonly ExposePlan[];
  /** Code of an expression that yields the public path in the page, instead of `output.publicPath`. */
  readonly publicPath?: string | undefined;
}

/** A container that our runtime loads by URL: `remoteEntry.js`, an ES module, or a manifest. */
export interface EntrySourcePlan {
  readonly kind: 'entry';
  /** Name of the container (its global variable). */
  readonly name: string;
  readonly entry: string;
  readonly type: 'script' | 'module';
}

/** A container that the bundler's externals provide, e.g. `promise new Promise(…)`, `commonjs ./remote`. */
export interface ExternalSourcePlan {
  readonly kind: 'external';
  readonly type: string;
  readonly request: string;
}

/** A container that is a module of the same build: `internal ./container.js`. */
export interface InternalSourcePlan {
  readonly kind: 'internal';
  readonly request: string;
}

export type RemoteSourcePlan = EntrySourcePlan | ExternalSourcePlan | InternalSourcePlan;

export interface RemotePlan {
  /** Key of the `remotes` option: `alias` or `alias/…` is what user code imports. */
  readonly alias: string;
  readonly shareScope: readonly string[];
  /** Tried in order; all of kind `entry`, or none. */
  readonly sources: readonly RemoteSourcePlan[];
}

/** Narrows a share; a module outside is bundled as if it were not shared. */
export interface ShareFilterPlan {
  /** Range of versions. */
  readonly version?: string | undefined;
  /** What follows a prefix. */
  readonly request?: string | RegExp | undefined;
  /** Taken for the version of the module, whatever its package.json says. */
  readonly fallbackVersion?: string | undefined;
}

/** Which imports a share is for. */
export interface ShareMatchPlan {
  /** What user code imports: exact, a prefix that ends in `/`, or a relative or absolute path. */
  readonly request: string;
  /** Only imports from modules of this layer. */
  readonly issuerLayer?: string | undefined;
  /** Layer of the shared module, and part of its identity in the scope. */
  readonly layer?: string | undefined;
  readonly include?: ShareFilterPlan | undefined;
  readonly exclude?: ShareFilterPlan | undefined;
  /** Also imports by path, if the path after the last `node_modules` is the request. */
  readonly allowNodeModulesSuffixMatch?: boolean | undefined;
  /** It is one of what its package shares along: an import of it that cannot be shared is left as it is. */
  readonly subpath?: boolean | undefined;
}

/** How a request is answered from a share scope. */
export interface ConsumePlan extends ShareMatchPlan {
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  /** Fallback module; `false`: none, the scope must have it. */
  readonly import: string | false;
  /** Package whose version requirement counts; `undefined`: taken from the request. */
  readonly packageName: string | undefined;
  /** `undefined`: from the nearest package.json that depends on it; `false`: any. */
  readonly requiredVersion: string | false | undefined;
  readonly strictVersion: boolean;
  readonly singleton: boolean;
  readonly eager: boolean;
}

/** What is put into a share scope when `request` is part of the build. */
export interface ProvidePlan extends ShareMatchPlan {
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  /** `undefined`: from the package.json that owns the file; `false`: no version ("0"). */
  readonly version: string | false | undefined;
  readonly eager: boolean;
  /** The three below are told to consumers; present only when the user set them. */
  readonly singleton: boolean | undefined;
  readonly requiredVersion: string | false | undefined;
  readonly strictVersion: boolean | undefined;
}

export interface ManifestPlan {
  /** `mf-manifest.json`, with the folder if one was given. */
  readonly fileName: string;
  readonly statsFileName: string;
  /** List configured modules with empty assets instead of reading the chunk graph. */
  readonly disableAssetsAnalyze: boolean;
  readonly additionalData?: AdditionalData | undefined;
}

/** Changes the stats, or returns others, before the manifest is made of them. */
export type AdditionalData = (context: AdditionalDataContext) => unknown;

export interface AdditionalDataContext {
  readonly stats: Stats;
  readonly compiler: unknown;
  readonly compilation: unknown;
  readonly bundler: 'webpack' | 'rspack';
}

export interface FederationPlan {
  /** Name of the container and of the runtime instance; empty for a consumer without a name. */
  readonly name: string;
  /** Absent without exposes. */
  readonly container: ContainerPlan | undefined;
  readonly remotes: readonly RemotePlan[];
  readonly consumes: readonly ConsumePlan[];
  readonly provides: readonly ProvidePlan[];
  readonly shareScope: readonly string[];
  readonly shareStrategy: 'version-first' | 'loaded-first';
  readonly manifest: ManifestPlan | false;
  readonly asyncStartup: boolean;
  readonly runtimePlugins: readonly RuntimePluginPlan[];
}

/** A module of the build that attaches to the hooks of the runtime. */
export interface RuntimePluginPlan {
  readonly request: string;
  /** JSON. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
}
