import { federationError } from './errors.ts';
import type {
  Container,
  ModuleFactory,
  ShareScopeMap,
  ShareStrategy,
} from './protocol/container.ts';
import { federationGlobal } from './protocol/globals.ts';
import { loadExpose, type RemoteState } from './remote/load.ts';
import { matchRemote, type RemoteInfo } from './remote/resolve.ts';
import {
  loadShared,
  loadSharedSync,
  type LoadShareOptions,
  register,
  type ShareArgs,
} from './share/registered.ts';

export type { LoadShareOptions, ShareArgs } from './share/registered.ts';

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

export interface UserOptions {
  /** Name of the instance; unique on the page. */
  name: string;
  version?: string;
  remotes?: Remote[];
  shared?: Record<string, ShareArgs | ShareArgs[]>;
  /** @default 'loaded-first' */
  shareStrategy?: ShareStrategy;
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
  /** What was registered by {@link registerShared}, requirements included. */
  readonly shared: Map<string, ShareArgs[]> = new Map();
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
        this.shared.set(key, (this.shared.get(key) || []).concat(share));
        register(this, key, share);
      }
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
   * @returns the factory, or `false` when no provided version will do and there is no copy to fall back to.
   * @throws SHARE-001 when it is a strict singleton and no version satisfies, SHARE-002 when all providers failed
   */
  async loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)> {
    return loadShared<T>(this, this.shared.get(key), key, options);
  }

  /** @throws RUNTIME-006 when it cannot be there at once, and what {@link loadShare} throws or answers with `false` */
  loadShareSync<T>(key: string, options?: LoadShareOptions): () => T {
    return loadSharedSync<T>(this, this.shared.get(key), key, options);
  }
}
