import { federationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { extend, observe } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { LoadRemoteOptions, RemoteInfo } from '../options.ts';
import type { Container, InitScope, ModuleFactory } from '../protocol/container.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { isContainer } from './entry.ts';
import { callInit, getExpose, initArguments } from './load.ts';
import { loadObservedEntry } from './observedEntry.ts';

interface InitEvent {
  id: string | undefined;
  remoteInfo: RemoteInfo;
  remoteSnapshot: Snapshot | undefined;
  initScope: InitScope;
  remoteEntryExports: Container;
  origin: ModuleFederation;
}

/** One remote of one instance, under the eyes of its plugins. */
export class ObservedModule implements RemoteModule {
  readonly remoteInfo: RemoteInfo;
  readonly host: ModuleFederation;
  remoteEntryExports: Container | undefined;
  /** The container, once a module was asked of it. */
  lib: Container | undefined;
  inited = false;
  private initPromise: Promise<Container> | undefined;

  constructor({ remoteInfo, host }: { remoteInfo: RemoteInfo; host: ModuleFederation }) {
    this.remoteInfo = remoteInfo;
    this.host = host;
  }

  /** Loads the container. @throws RUNTIME-001, 002, 003, 008, 013, ENTRY_URL_REFUSED, NAME_REFUSED */
  async getEntry(
    expose?: string,
    resourceContext: ResourceContext = {
      initiator: 'loadRemote',
      id: this.remoteInfo.name + (expose || '').slice(1),
      resourceType: 'remoteEntry',
      url: this.remoteInfo.entry,
      expose,
    },
  ): Promise<Container> {
    const { host: origin, remoteInfo, remoteEntryExports } = this;
    const request = { origin, remoteInfo, remoteEntryExports, resourceContext };
    return (this.remoteEntryExports = await loadObservedEntry(request));
  }

  /**
   * Hands the share scopes to the container, once. A failure is forgotten.
   * @throws RUNTIME-002 when it is no container, RUNTIME-015 when its `init` throws.
   */
  async init(
    id?: string,
    remoteSnapshot?: Snapshot,
    initScope: InitScope = [],
    expose?: string,
  ): Promise<Container> {
    const { host: origin, remoteInfo } = this;
    const remoteEntryExports = await this.getEntry(expose);
    const { initPromise } = this;
    const event = { id, remoteInfo, remoteSnapshot, origin };
    return observe(
      origin.events.afterInitRemote,
      extend(event, initPromise && { cached: true }),
      'remoteEntryExports',
      () =>
        initPromise ||
        (this.initPromise = this.initialize(extend(event, { initScope, remoteEntryExports }))),
    );
  }

  private async initialize(event: InitEvent): Promise<Container> {
    const { host, remoteInfo } = this;
    const { beforeInitRemote, beforeInitContainer, initContainer } = host.events;
    const { remoteEntryExports } = event;
    try {
      await beforeInitRemote.emit(event);
      const { shareScope, options } = initArguments(host, remoteInfo);
      const args = await beforeInitContainer.emit(
        extend(event, { shareScope, remoteEntryInitOptions: options }),
      );
      if (!isContainer(remoteEntryExports)) {
        const { entryGlobalName: remote, entry: url } = remoteInfo;
        throw federationError('RUNTIME-002', { remote, url });
      }
      await callInit(remoteInfo, remoteEntryExports, [
        args.shareScope,
        args.initScope,
        args.remoteEntryInitOptions,
      ]);
      await initContainer.emit(extend(args, { remoteEntryExports }));
      this.inited = true;
      return remoteEntryExports;
    } catch (error) {
      this.initPromise = undefined;
      throw error;
    }
  }

  /** Asks the container for a module. @throws RUNTIME-014 when it has no such expose, RUNTIME-008 when a file of it cannot be loaded. */
  async getFactory(
    id: string,
    expose: string,
    remoteSnapshot?: Snapshot,
    getScope?: unknown[],
  ): Promise<ModuleFactory> {
    const { host: origin, remoteInfo: moduleInfo } = this;
    const { beforeGetExpose, getModuleFactory, afterGetExpose } = origin.events;
    const remoteEntryExports = await this.init(id, remoteSnapshot, undefined, expose);
    this.lib = remoteEntryExports;
    const event = { id, expose, moduleInfo, remoteEntryExports, origin };
    await beforeGetExpose.emit(event);
    return observe(afterGetExpose, event, 'moduleFactory', async () => {
      const given = await getModuleFactory.emit(event);
      return typeof given === 'function'
        ? given
        : getExpose(moduleInfo, remoteEntryExports, expose, getScope);
    });
  }

  /** The module, or with `loadFactory: false` the factory that yields it. */
  async get(
    id: string,
    expose: string,
    { loadFactory = true, getScope }: LoadRemoteOptions & { getScope?: unknown[] | undefined } = {},
    remoteSnapshot?: Snapshot,
  ): Promise<unknown> {
    const { host: origin, remoteInfo: moduleInfo } = this;
    const factory = await this.getFactory(id, expose, remoteSnapshot, getScope);
    if (!loadFactory) return factory;
    const event = { id, expose, moduleInfo, loadFactory, origin };
    await origin.events.beforeExecuteFactory.emit(event);
    return observe(origin.events.afterExecuteFactory, event, 'exposeModule', factory);
  }
}
