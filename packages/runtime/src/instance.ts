import { federationError } from './errors.ts';
import type {
  Container,
  ModuleFactory,
  ShareConfig,
  ShareScopeMap,
  ShareStrategy,
} from './protocol/container.ts';
import { federationGlobal } from './protocol/globals.ts';
import { loadExpose, type RemoteState } from './remote/load.ts';
import { matchRemote, type RemoteInfo } from './remote/resolve.ts';
import { findShare } from './share/find.ts';
import { loadEntry } from './share/load.ts';
import { provide, toList } from './share/provide.ts';
import type { ShareRequirement } from './share/select.ts';

/** A remote as users register it. */
export interface Remote {
  /** Name of the container. */
  name: string;
  /** URL of `remoteEntry.js`, of an ES module, or of a manifest (`*.json`). */
  entry: string;
  /** A second name for requests. */
  alias?: string;
  /** @default 'default' */
  shareScope?: string | string[];
  /** How the entry is loaded: `module` and `esm` by `import()`, all others as a script. @default 'global' */
  type?: string;
  /** Global variable of the container. @default the name */
  entryGlobalName?: string;
}

/** A version of a shared module as users register it. */
export interface ShareArgs {
  /** @default '0' */
  version?: string;
  /** Returns the module. One of `lib` and `get` is needed to provide it. */
  lib?: ModuleFactory;
  /** Loads the module. */
  get?: () => ModuleFactory | Promise<ModuleFactory>;
  /** @default 'default' */
  scope?: string | string[];
  /** `requiredVersion` is `^version` unless set. */
  shareConfig?: Partial<ShareConfig>;
}

export interface UserOptions {
  /** Name of the instance; unique on the page. */
  name: string;
  version?: string;
  remotes?: Remote[];
  shared?: Record<string, ShareArgs | ShareArgs[]>;
  /** @default 'loaded-first' */
  shareStrategy?: ShareStrategy;
}

export interface LoadShareOptions {
  /** Overrides scope and requirement. */
  customShareInfo?: Pick<ShareArgs, 'scope' | 'shareConfig'>;
}

export interface LoadRemoteOptions {
  /** `false`: resolve with the factory instead of the module. @default true */
  loadFactory?: boolean;
}

/** One consumer or provider at run time. */
export class ModuleFederation implements RemoteState {
  readonly name: string;
  /** Version of this runtime. */
  readonly version: string = __VERSION__;
  readonly options: { name: string; id: string; version?: string };
  readonly strategy: ShareStrategy;
  readonly shareScopeMap: ShareScopeMap = Object.create(null) as ShareScopeMap;
  readonly remotes: Map<string, RemoteInfo> = new Map();
  readonly inits: WeakMap<Container, Promise<unknown>> = new WeakMap();
  /** Of the requests that were answered. */
  private readonly factories = new Map<string, ModuleFactory>();

  constructor(options: UserOptions) {
    const { name, version } = options;
    this.name = name;
    this.options = { name, id: name + '@' + (version || Date.now()) };
    if (version) this.options.version = version;
    this.strategy = options.shareStrategy || 'loaded-first';
    const global = federationGlobal();
    global.__INSTANCES__.push(this);
    global.__SHARE__[this.options.id] = this.shareScopeMap;
    if (options.remotes) this.registerRemotes(options.remotes);
    if (options.shared) this.registerShared(options.shared);
  }

  registerRemotes(remotes: readonly Remote[]): void {
    for (const { name, alias = name, entry, type, entryGlobalName, shareScope } of remotes) {
      const isModule = type === 'module' || type === 'esm';
      this.addRemote({
        name,
        alias,
        sources: [{ name: entryGlobalName || name, entry, type: isModule ? 'module' : 'script' }],
        shareScope: shareScope || 'default',
      });
    }
  }

  addRemote(remote: RemoteInfo): void {
    // A longer name may answer what a shorter one did.
    this.factories.clear();
    this.remotes.set(remote.name, remote);
    this.remotes.set(remote.alias, remote);
  }

  /** Provides modules to their share scopes; those with neither `lib` nor `get` are requirements only. */
  registerShared(shared: Record<string, ShareArgs | ShareArgs[]>): void {
    for (const key of Object.keys(shared)) {
      for (const share of ([] as ShareArgs[]).concat(shared[key]!)) {
        this.provide(key, share);
      }
    }
  }

  private provide(
    name: string,
    { lib, get, version = '0', scope, shareConfig = {} }: ShareArgs,
  ): void {
    const {
      eager = false,
      singleton = false,
      strictVersion = false,
      requiredVersion,
    } = shareConfig;
    const factory = get || (lib && ((): ModuleFactory => lib));
    if (!factory) return;
    const range = requiredVersion === undefined ? {} : { requiredVersion };
    for (const one of toList(scope)) {
      provide(
        this,
        one,
        Object.assign({ name, version, factory, eager, singleton, strictVersion }, range),
      );
    }
  }

  /**
   * Loads a module of a remote: `name/expose`, `alias/expose`, or `name` for the expose `.`.
   * @throws RUNTIME-004 when no remote matches, RUNTIME-014 when the remote has no such expose,
   * and what loading its entry throws (RUNTIME-001, 002, 003, 008, 013, 015).
   */
  async loadRemote<T>(id: string, options?: LoadRemoteOptions): Promise<T> {
    const factory = this.factories.get(id) || (await this.loadFactory(id));
    return (options && options.loadFactory === false ? factory : factory()) as T;
  }

  private async loadFactory(id: string): Promise<ModuleFactory> {
    const match = matchRemote(this.remotes, id);
    if (!match) {
      const detail = 'registered: ' + Array.from(this.remotes.keys()).join(', ');
      throw federationError('RUNTIME-004', { module: id, detail });
    }
    const factory = await loadExpose(this, match.remote, match.expose);
    this.factories.set(id, factory);
    return factory;
  }

  /**
   * Loads a shared module.
   * @returns the factory, or `false` when no provided version will do.
   */
  async loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)> {
    const { scope, need } = requirementOf(options);
    const entry = findShare(this, key, scope, need);
    return entry ? ((await loadEntry(entry)) as () => T) : false;
  }

  /** @throws RUNTIME-012 when nobody provides it, RUNTIME-006 when it cannot be there at once. */
  loadShareSync<T>(key: string, options?: LoadShareOptions): () => T {
    const { scope, need } = requirementOf(options);
    const entry = findShare(this, key, scope, need);
    const factory: ModuleFactory | Promise<ModuleFactory> | undefined = entry && loadEntry(entry);
    if (typeof factory === 'function') return factory as () => T;
    throw federationError(entry ? 'RUNTIME-006' : 'RUNTIME-012', { share: key });
  }
}

function requirementOf(options: LoadShareOptions = {}): {
  scope: string | string[] | undefined;
  need: ShareRequirement;
} {
  const { scope, shareConfig = {} } = options.customShareInfo || {};
  const { requiredVersion = false, singleton = false, strictVersion = false } = shareConfig;
  return { scope, need: { requiredVersion, singleton, strictVersion } };
}
