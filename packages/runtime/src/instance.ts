import { inBrowser } from '#load';
import { federationError } from './errors.ts';
import type { ModuleFederation, RemoteModule } from './host.ts';
import { createHooks, type Hooks } from './hooks/lifecycle.ts';
import { applyPlugins } from './hooks/plugins.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import type {
  LoadRemoteOptions,
  LoadShareOptions,
  Options,
  Remote,
  RemoteInput,
  ShareArgs,
  ShareInfos,
  UserOptions,
} from './options.ts';
import type {
  Container,
  ModuleFactory,
  ShareScope,
  ShareScopeMap,
  ShareStrategy,
} from './protocol/container.ts';
import { federationGlobal } from './protocol/globals.ts';
import type { Manifest } from './protocol/manifest.ts';
import type { PreloadRemoteArgs } from './preloading.ts';
import { preloadRemotes } from './remote/preload.ts';
import { registerRemote } from './remote/register.ts';
import { infoOf, initRemote, moduleOf, requestRemote } from './remote/request.ts';
import { unloadRemote } from './remote/unload.ts';
import { overrideChoice, registerObserved } from './share/observed.ts';
import { scopeOf, type ShareState, toList } from './share/provide.ts';
import { loadShared, loadSharedSync, registerShares } from './share/registered.ts';
import type { ShareSelection } from './share/select.ts';

/** One consumer or provider at run time. */
export class Instance implements ModuleFederation {
  readonly name: string;
  /** Version of this runtime. */
  readonly version: string = __VERSION__;
  options: Options;
  readonly shareScopeMap: ShareScopeMap = Object.create(null) as ShareScopeMap;
  /** By name and by alias. */
  readonly remotes: Map<string, Remote> = new Map();
  readonly moduleCache: Map<string, RemoteModule> = new Map();

  readonly hooks: Hooks['core'];
  readonly loaderHook: Hooks['loader'];
  readonly bridgeHook: Hooks['bridge'];
  readonly remoteHandler: { hooks: Hooks['remote'] };
  readonly sharedHandler: { hooks: Hooks['share']; shareScopeMap: ShareScopeMap };
  readonly snapshotHandler: { hooks: Hooks['snapshot']; manifestCache: Map<string, Manifest> };

  /** Of the requests that were answered. */
  private readonly factories = new Map<string, ModuleFactory>();
  /** Told of every remote that is let go. */
  private readonly onForget: ((remote: Remote) => void)[] = [];

  /** @throws what a plugin throws in `beforeInit` */
  constructor(userOptions: UserOptions) {
    const { name } = userOptions;
    const { core, remote, share, snapshot, loader, bridge } = createHooks();
    this.name = name;
    this.hooks = core;
    this.loaderHook = loader;
    this.bridgeHook = bridge;
    this.remoteHandler = { hooks: remote };
    this.sharedHandler = { hooks: share, shareScopeMap: this.shareScopeMap };
    this.snapshotHandler = { hooks: snapshot, manifestCache: new Map() };
    const version = userOptions.version || Date.now();
    this.options = {
      id: userOptions.id || name + '@' + version,
      name,
      remotes: [],
      plugins: [],
      shared: Object.create(null) as ShareInfos,
      inBrowser,
      shareStrategy: 'loaded-first',
    };
    this.initOptions(userOptions);
    const global = federationGlobal();
    global.__INSTANCES__.push(this);
    global.__SHARE__[this.options.id] = this.shareScopeMap;
  }

  get strategy(): ShareStrategy {
    return this.options.shareStrategy;
  }

  initOptions(userOptions: UserOptions): Options {
    const { name, options } = this;
    if (userOptions.name && userOptions.name !== name) {
      throw federationError('RUNTIME-010', { detail: name + ' → ' + userOptions.name });
    }
    this.registerPlugins(userOptions.plugins);
    const { beforeInit, init } = this.hooks.lifecycle;
    const event = { origin: this, userOptions, options, shareInfo: options.shared };
    const { userOptions: given, options: target } = beforeInit.emit(event);
    this.options = target;
    if (given.version) target.version = given.version;
    if (given.id) target.id = given.id;
    if (given.shareStrategy) target.shareStrategy = given.shareStrategy;
    this.registerRemotes(given.remotes || []);
    this.registerShared(given.shared);
    init.emit({ options: target, origin: this });
    return target;
  }

  registerPlugins(plugins?: RuntimePlugin[]): void {
    applyPlugins(this, plugins || []);
  }

  registerRemotes(
    remotes: readonly RemoteInput[],
    { force = false }: { force?: boolean | undefined } = {},
  ): void {
    // A longer name may answer what a shorter one did.
    this.factories.clear();
    for (const remote of remotes) registerRemote(this, remote as Remote, force);
  }

  registerShared(shared: Record<string, ShareArgs | ShareArgs[]> | undefined): void {
    registerShares(this, shared || {});
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a remote exposes is known to who asks for it
  async loadRemote<T = any>(id: string, options?: LoadRemoteOptions): Promise<T | null> {
    const asFactory = !!options && options.loadFactory === false;
    // Plugins see every request.
    if (this.options.plugins.length) return (await requestRemote(this, id, options)) as T;
    let factory = this.factories.get(id);
    if (!factory) {
      factory = (await requestRemote(this, id, { loadFactory: false })) as ModuleFactory;
      this.factories.set(id, factory);
    }
    return (asFactory ? factory : factory()) as T;
  }

  preloadRemote(args: PreloadRemoteArgs[]): Promise<void> {
    return preloadRemotes(this, args);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- without a type the answer is called unseen
  loadShare(key: string, options?: LoadShareOptions): Promise<any>;
  loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)>;
  loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)> {
    return loadShared<T>(this, key, options);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  loadShareSync<T = any>(key: string, options?: LoadShareOptions): () => T {
    return loadSharedSync<T>(this, key, options);
  }

  initializeSharing(scope = 'default'): Promise<void>[] {
    scopeOf(this.shareScopeMap, scope);
    if (this.strategy !== 'version-first') return [];
    const remotes = this.options.remotes.filter((one) => toList(one.shareScope).includes(scope));
    return remotes.map((remote) => initRemote(this, remote.name).catch(() => {}));
  }

  initShareScopeMap(
    scopeName: string,
    shareScope: ShareScope,
    { hostShareScopeMap }: { hostShareScopeMap?: ShareScopeMap | undefined } = {},
  ): void {
    this.shareScopeMap[scopeName] = shareScope;
    const { options, sharedHandler } = this;
    sharedHandler.hooks.lifecycle.initContainerShareScopeMap.emit({
      shareScope,
      options,
      origin: this,
      scopeName,
      hostShareScopeMap,
    });
  }

  initRawContainer(name: string, entry: string, container: Container): RemoteModule {
    this.moduleCache.delete(name);
    const module = moduleOf(this, { name }, infoOf({ name, entry }));
    module.remoteEntryExports = container;
    return module;
  }

  unload(name: string): void {
    const remote = this.remotes.get(name);
    if (!remote) return;
    this.forget(remote);
    const { remotes } = this.options;
    if (remotes.includes(remote)) remotes.splice(remotes.indexOf(remote), 1);
    for (const key of [remote.name, remote.alias || '']) {
      if (this.remotes.get(key) === remote) this.remotes.delete(key);
    }
  }

  onChoice(...args: Parameters<NonNullable<ShareState['onChoice']>>): ShareSelection | undefined {
    return overrideChoice(this, ...args);
  }

  onProvide(...args: Parameters<NonNullable<ShareState['onProvide']>>): void {
    registerObserved(this, ...args);
  }

  forget(remote: Remote): void {
    this.factories.clear();
    unloadRemote(this, remote);
    for (const listener of this.onForget) listener(remote);
  }

  whenForgotten(listener: (remote: Remote) => void): void {
    this.onForget.push(listener);
  }
}
