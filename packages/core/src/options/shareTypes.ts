/** What users write about shares. Every default named here is applied once, in the file of the option. */

/**
 * By request: exact, a prefix that ends in `/`, or a relative or absolute path. A string is the required range if it
 * starts like one, else the module that is shared.
 */
export type Shared = readonly (string | SharedObject)[] | SharedObject;
export type SharedObject = Readonly<Record<string, string | SharedConfig>>;

export interface SharedConfig {
  /**
   * Module that is provided and used when no other version fits; `false` provides nothing.
   * @default the key
   */
  import?: string | false;
  /**
   * Name in the share scope.
   * @default the key
   */
  shareKey?: string;
  /** @default `shareScope` of the plugin */
  shareScope?: string | readonly string[];
  /**
   * Package whose entry in `package.json` is the required version.
   * @default the package of the request
   */
  packageName?: string;
  /**
   * Version that is provided; `false` for none.
   * @default from the `package.json` of the module
   */
  version?: string | false;
  /**
   * Semver range that is accepted; `false` for any.
   * @default from the nearest `package.json` that depends on the package
   */
  requiredVersion?: string | false;
  /**
   * Refuse versions outside the range.
   * @default true with a module to fall back to, unless it is a singleton
   */
  strictVersion?: boolean;
  /**
   * One version for the whole page.
   * @default false
   */
  singleton?: boolean;
  /**
   * Part of the initial chunks instead of loaded on demand.
   * @default false
   */
  eager?: boolean;
  /**
   * What user code imports. Lets several items share one package, each for its own layer.
   * @default the key
   */
  request?: string;
  /**
   * Layer of the shared module, which is another share than the same one without; webpack only.
   * @default none
   */
  layer?: string;
  /**
   * Share only what modules of this layer import.
   * @default any
   */
  issuerLayer?: string;
  /** Share only these; others are bundled as if they were not shared. */
  include?: ShareFilter;
  /** Do not share these. */
  exclude?: ShareFilter;
  /**
   * Share also imports by path, as packages make among their own files, if the path after the last `node_modules/` is
   * the key.
   * @default false
   */
  allowNodeModulesSuffixMatch?: boolean;
  /**
   * Sub-paths of the package (`react-dom/client`) that are shared with the same options: all, none, or a list of names
   * (`['client']`). `ModuleFederationPlugin` and `SharePlugin` only.
   * @default true for singletons of `ModuleFederationPlugin`, else false
   */
  subpaths?: boolean | readonly string[];
  /** Not supported yet. */
  treeShaking?: boolean | object;
  /** Accepted without effect, the strategy is set for all shares at once. */
  shareStrategy?: 'loaded-first' | 'version-first';
}

export interface ShareFilter {
  /** Semver range of the module's version; a module of unknown version is in no range. */
  version?: string;
  /** What follows a prefix key, all of it, or a pattern of it. */
  request?: string | RegExp;
  /**
   * Taken for the version of the module.
   * @default from the `package.json` of the module
   */
  fallbackVersion?: string;
}

export interface SharePluginOptions {
  shared?: Shared;
  /** @default 'default' */
  shareScope?: string | readonly string[];
}

/** In a list or as a value a string is the module, or the required range if it starts like one. */
export interface ConsumeSharedPluginOptions {
  consumes?: Consumes;
  /** @default 'default' */
  shareScope?: string | readonly string[];
}
export type Consumes = readonly (string | ConsumesObject)[] | ConsumesObject;
export type ConsumesObject = Readonly<Record<string, string | ConsumesConfig>>;
export type ConsumesConfig = Omit<SharedConfig, 'version' | 'subpaths'>;

/** As a value a string is the share key. */
export interface ProvideSharedPluginOptions {
  provides?: Provides;
  /** @default 'default' */
  shareScope?: string | readonly string[];
}
export type Provides = readonly (string | ProvidesObject)[] | ProvidesObject;
export type ProvidesObject = Readonly<Record<string, string | ProvidesConfig>>;
export type ProvidesConfig = Omit<SharedConfig, 'import' | 'packageName' | 'subpaths'>;
