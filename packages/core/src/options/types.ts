/** What users write. Every default named here is applied once, in the file of the option. */
import type { AdditionalData, TextRecord } from './plan.ts';
import type { ExternalType } from './remoteType.ts';
import type { Shared } from './shareTypes.ts';

/** Options of `ModuleFederationPlugin`: those of `@module-federation/enhanced` 2.9. */
export interface ModuleFederationPluginOptions extends ContainerPluginOptions {
  /**
   * Name of the container: its global variable, and how hosts and the manifest call it. Only a build without `exposes`
   * may go without one.
   * @default ''
   */
  name?: string;
  /**
   * File of the container, relative to the output folder.
   * @default 'remoteEntry.js'
   */
  filename?: string;
  /**
   * Containers of other builds, by the alias that the code imports: `import('shop/Cart')` for the alias `shop`.
   * @default {}
   */
  remotes?: Remotes;
  /**
   * How a remote without a type of its own is loaded; `script` and `module` go through the runtime, all others through
   * the bundler's externals.
   * @default `library.type` if you set it and a remote can be of that type, else 'script'
   */
  remoteType?: ExternalType;
  /**
   * Modules whose instance is negotiated between all builds of a page.
   * @default {}
   */
  shared?: Shared;
  /**
   * `loaded-first` contacts a remote when something of it is needed; `version-first` contacts all of them at the start, so
   * that the highest version wins even if a remote brings it.
   * @default 'loaded-first' (upstream: 'version-first')
   */
  shareStrategy?: 'loaded-first' | 'version-first';
  /**
   * Emit `mf-manifest.json` and `mf-stats.json`.
   * @default true
   */
  manifest?: boolean | ManifestOptions;
  experiments?: Experiments;
  /**
   * Modules that attach to the hooks of the runtime, resolved from the build's `context`. Each exports by default a
   * plugin, or a function that makes one of the parameters, which are printed as JSON. They are part of every entry and
   * of the container, and choose the full runtime; workers go without.
   * @default []
   */
  runtimePlugins?: readonly (string | readonly [string, Readonly<Record<string, unknown>>])[];
  /**
   * Source of a function, or of its body, that yields the public path of the container in the page. Compiled into the
   * container; nothing is evaluated at run time.
   * @default `output.publicPath`
   */
  getPublicPath?: string;
  /** Not supported yet. */
  treeShakingDir?: string;
  /** Not supported yet. */
  treeShakingSharedDir?: string;
  /** Not supported yet. */
  treeShakingSharedPlugins?: readonly string[];
  /** Not supported yet. */
  treeShakingSharedExcludePlugins?: readonly string[];
  /** Not supported yet. */
  injectTreeShakingUsedExports?: boolean;
  /** Accepted without effect, the runtime is part of the plugin. */
  implementation?: string;
  /** Accepted without effect, the runtime is never written to a file. */
  virtualRuntimeEntry?: boolean;
  /** Accepted: types of exposes and remotes are not generated yet. */
  dts?: boolean | object;
  /** Accepted without effect: types kept fresh during development. */
  dev?: boolean | object;
  /** Accepted without effect. */
  bridge?: object;
  /** Accepted without effect, see `experiments.asyncStartup`. */
  async?: boolean | object;
  /** Accepted without effect. */
  dataPrefetch?: boolean;
}

export interface Experiments {
  /**
   * An entry that reaches a shared or remote module waits for it, so that no `import('./bootstrap')` is needed.
   * @default true
   */
  asyncStartup?: boolean;
  /** Accepted without effect, every build brings the small runtime. */
  externalRuntime?: boolean;
  /** Accepted without effect, every build brings the small runtime. */
  provideExternalRuntime?: boolean;
  /** Accepted without effect, the runtime is cut to what the build uses and where it runs. */
  optimization?: OptimizationOptions;
}

export interface OptimizationOptions {
  disableSnapshot?: boolean;
  disableRemote?: boolean;
  disableShared?: boolean;
  target?: 'web' | 'node';
}

/** By key, `./Button` or `.`; in a list a plain string is key and module at once. */
export type Exposes = readonly (string | ExposesObject)[] | ExposesObject;
export type ExposesObject = Readonly<Record<string, string | readonly string[] | ExposesConfig>>;

export interface ExposesConfig {
  /** All modules are executed, the last one's exports are exposed. */
  import: string | readonly string[];
  /**
   * Name of the chunk.
   * @default '__federation_expose_' and the key, unique in its container
   */
  name?: string;
  /**
   * Layer of the modules; webpack only.
   * @default none
   */
  layer?: string;
}

/**
 * By alias: `name@url`, a URL, `<type> <request>` (`promise new Promise(…)`), `internal <request>`, or a list of them that
 * is tried in order. In a list a plain `name@url` is imported by its name.
 */
export type Remotes = readonly (string | RemotesObject)[] | RemotesObject;
export type RemotesObject = Readonly<Record<string, string | readonly string[] | RemotesConfig>>;

export interface RemotesConfig {
  external: string | readonly string[];
  /** @default `shareScope` of the plugin */
  shareScope?: string | readonly string[];
}

export interface LibraryOptions {
  /** `var`, `global`, `module`, `commonjs-module`, `umd`, `system`, … */
  type: string;
  /** @default `name` of the container for types that make a global variable, else none */
  name?: string | readonly string[] | TextRecord;
  export?: string | readonly string[];
  umdNamedDefine?: boolean;
  amdContainer?: string;
  auxiliaryComment?: string | TextRecord;
}

export interface ManifestOptions {
  /**
   * `x` emits `x.json` and `x-stats.json`.
   * @default 'mf-manifest', with 'mf-stats.json' beside it
   */
  fileName?: string;
  /**
   * Folder, relative to the output folder.
   * @default ''
   */
  filePath?: string;
  /**
   * List what is configured, without the files.
   * @default false
   */
  disableAssetsAnalyze?: boolean;
  /**
   * Changes the stats, or returns others or a promise of them, before the manifest is made of them.
   * @default none
   */
  additionalData?: AdditionalData;
}

export interface ContainerPluginOptions {
  /** Required with exposes. */
  name?: string;
  /** @default the bundler's name for an entry called `name` */
  filename?: string;
  /**
   * Modules that hosts may import.
   * @default {}, which makes no container
   */
  exposes?: Exposes;
  /** @default type 'var' if `name` can be a variable, else 'global' */
  library?: LibraryOptions;
  /**
   * Name of the runtime chunk of the container; `false`: the container embeds its own.
   * @default the bundler adapter decides
   */
  runtime?: string | false;
  /**
   * Scopes that the container takes part in, and the default of its shares and remotes.
   * @default 'default'
   */
  shareScope?: string | readonly string[];
}

export interface ContainerReferencePluginOptions {
  remotes?: Remotes;
  /** @default 'script' */
  remoteType?: ExternalType;
  /** @default 'default' */
  shareScope?: string | readonly string[];
}
