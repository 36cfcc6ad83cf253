import { inBrowser } from '#load';
import { federationError } from './errors.ts';
import type { ModuleFederation, RemoteModule } from './host.ts';
import { createHooks, type Events, type HookGroups } from './hooks/lifecycle.ts';
import { emit, filter, told } from './hooks/observe.ts';
import { applyPlugins } from './hooks/plugins.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import { TIMEOUT, withDeadline } from './load/deadline.ts';
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
import { infoOf } from './remote/info.ts';
import { initRemote, requestRemote } from './remote/request.ts';
import { moduleOf } from './remote/observedModule.ts';
import { unloadRemote } from './remote/unload.ts';
import { overrideChoice, registerObserved } from './share/observed.ts';
import { scopeOf, toList } from './share/provide.ts';
import { loadShared, loadSharedSync, registerShares } from './share/registered.ts';

/** One consumer or provider at run time. */
export class Instance implements ModuleFederation {
  declare readonly name: string;
  /** Version of this runtime. */
  declare readonly version: string;
  declare options: Options;
  declare readonly shareScopeMap: ShareScopeMap;
  /** By name and by alias. */
  declare readonly remotes: Map<string, Remote>;
  declare readonly moduleCache: Map<string, RemoteModule>;
  declare epoch: number;

  declare readonly events: Events;
  declare readonly hooks: HookGroups[0];
  declare readonly loaderHook: HookGroups[4];
  declare readonly bridgeHook: HookGroups[5];
  declare readonly remoteHandler: { hooks: HookGroups[1] };
  declare readonly sharedHandler: { hooks: HookGroups[2]; shareScopeMap: ShareScopeMap };
  declare readonly snapshotHandler: {
    hooks: HookGroups[3];
    manifestCache: Map<string, Manifest>;
  };
  declare readonly onChoice: typeof overrideChoice;
  declare readonly onProvide: typeof registerObserved;

  declare private readonly groups: HookGroups;
  /** Of the requests that were answered since a remote was last added or let go. */
  declare private factories: Map<string, ModuleFactory>;
  /** Told of every remote that is let go. */
  declare private readonly onForget: ((remote: Remote) => void)[];

  /**
   * @param later whether `initOptions` follows
   * @throws what a plugin throws in `beforeInit`
   */
  constructor(userOptions: UserOptions, later?: boolean) {
    const { name, version, id = name + '@' + (version || Math.random()) } = userOptions;
    const shareScopeMap = Object.create(null) as ShareScopeMap;
    const options: Options = {
      id,
      name,
      remotes: [],
      plugins: [],
      shared: Object.create(null) as ShareInfos,
      inBrowser,
      shareStrategy: userOptions.shareStrategy || 'loaded-first',
    };
    const fields = {
      name,
      version: __VERSION__,
      options,
      shareScopeMap,
      remotes: new Map(),
      moduleCache: new Map(),
      epoch: 0,
      snapshotHandler: { manifestCache: new Map() },
      factories: new Map(),
      onForget: [],
    };
    Object.assign(this, fields);
    if (__PLUGINS__) Object.assign(this, hookFields(fields));
    if (!later) this.initOptions(userOptions);
    const global = federationGlobal();
    global.__INSTANCES__.push(this);
    global.__SHARE__[this.options.id] = shareScopeMap;
  }

  get strategy(): ShareStrategy {
    return this.options.shareStrategy;
  }

  initOptions(userOptions: UserOptions): Options {
    const { name, options } = this;
    if (userOptions.name && userOptions.name !== name) {
      throw federationError('RUNTIME-010', { detail: userOptions.name });
    }
    this.registerPlugins(userOptions.plugins);
    let given = userOptions;
    let target = options;
    if (__PLUGINS__) {
      const event = { origin: this, shareInfo: options.shared };
      const answer = filter(this, 'beforeInit', { userOptions, options }, event);
      ({ userOptions: given, options: target } = answer);
    }
    this.options = target;
    for (const key of ['version', 'id', 'shareStrategy'] as const) {
      if (given[key]) (target as object as Record<string, unknown>)[key] = given[key];
    }
    this.registerRemotes(given.remotes);
    this.registerShared(given.shared);
    emit(this, 'init', { options: target, origin: this });
    return target;
  }

  registerPlugins(given?: readonly RuntimePlugin[] | null): void {
    const plugins = given || [];
    if (__PLUGINS__) return applyPlugins(this, this.groups, plugins);
    if (plugins.some(Boolean)) throw federationError('PLUGINS_REFUSED', {});
  }

  registerRemotes(
    remotes?: readonly RemoteInput[] | null,
    { force }: { force?: boolean | undefined } = {},
  ): void {
    // A longer name may answer what a shorter one did.
    this.factories = new Map();
    for (const remote of remotes || []) registerRemote(this, remote as Remote, force);
  }

  registerShared(shared?: Record<string, ShareArgs | ShareArgs[]> | null): void {
    registerShares(this, shared || {});
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a remote exposes is known to who asks for it
  async loadRemote<T = any>(id: string, options?: LoadRemoteOptions): Promise<T | null> {
    // Plugins see every request.
    if (__PLUGINS__ && this.options.plugins.length)
      return requestRemote(this, id, options) as Promise<T>;
    const { factories } = this;
    let factory = factories.get(id);
    if (!factory) {
      factory = (await requestRemote(this, id, { loadFactory: false })) as ModuleFactory;
      factories.set(id, factory);
    }
    return (options && options.loadFactory === false ? factory : factory()) as T;
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

  initializeSharing(
    scope = 'default',
    { strategy = this.strategy }: { strategy?: ShareStrategy } = {},
  ): Promise<void>[] {
    scopeOf(this.shareScopeMap, scope);
    if (strategy !== 'version-first') return [];
    return this.options.remotes
      .filter((one) => toList(one.shareScope).includes(scope))
      .map(({ name }) => withDeadline(TIMEOUT, () => initRemote(this, name)).catch(() => {}));
  }

  initShareScopeMap(
    scopeName: string,
    shareScope: ShareScope,
    { hostShareScopeMap }: { hostShareScopeMap?: ShareScopeMap | undefined } = {},
  ): void {
    this.shareScopeMap[scopeName] = shareScope;
    const options = told(() => this.options);
    const event = told(() => ({ shareScope, options, origin: this, scopeName, hostShareScopeMap }));
    emit(this, 'initContainerShareScopeMap', event);
  }

  initRawContainer(name: string, entry: string, container: Container): RemoteModule {
    this.moduleCache.delete(name);
    const remote = { name, entry };
    const module = moduleOf(this, remote, infoOf(remote));
    module.remoteEntryExports = container;
    return module;
  }

  unload(name: string): void {
    const remote = this.remotes.get(name);
    if (!remote) return;
    this.forget(remote);
    const { options } = this;
    options.remotes = options.remotes.filter((one) => one !== remote);
    this.remotes.forEach((one, key) => one === remote && this.remotes.delete(key));
  }

  forget(remote: Remote): void {
    this.factories = new Map();
    this.epoch++;
    unloadRemote(this, remote);
    for (const listener of this.onForget) listener(remote);
  }

  whenForgotten(listener: (remote: Remote) => void): void {
    this.onForget.push(listener);
  }
}

/** What plugins attach to. */
function hookFields({ shareScopeMap, snapshotHandler }: Record<string, unknown>): object {
  const events = {} as Events;
  const groups = createHooks(events);
  const [hooks, remote, share, snapshot, loaderHook, bridgeHook] = groups;
  return {
    events,
    groups,
    hooks,
    loaderHook,
    bridgeHook,
    remoteHandler: { hooks: remote },
    sharedHandler: { hooks: share, shareScopeMap },
    snapshotHandler: Object.assign({ hooks: snapshot }, snapshotHandler),
    onChoice: overrideChoice,
    onProvide: registerObserved,
  };
}
