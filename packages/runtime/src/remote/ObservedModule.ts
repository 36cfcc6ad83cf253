import { federationError } from '../errors.ts';
import { between, extend } from '../hooks/between.ts';
import type { ResourceContext } from '../hooks/events.ts';
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
  private initPromise: Promise<void> | undefined;

  constructor({ remoteInfo, host }: { remoteInfo: RemoteInfo; host: ModuleFederation }) {
    this.remoteInfo = remoteInfo;
    this.host = host;
  }

  /** Loads the container. @throws RUNTIME-001, 002, 003, 008, 013, ENTRY_URL_REFUSED, NAME_REFUSED */
  async getEntry(expose?: string, context?: ResourceContext): Promise<Container> {
    const { host, remoteInfo, remoteEntryExports } = this;
    const { name, entry: url } = remoteInfo;
    const id = name + (expose || '').slice(1);
    const event = {
      origin: host,
      remoteInfo,
      resourceContext: context || {
        initiator: 'loadRemote',
        id,
        resourceType: 'remoteEntry',
        url,
        expose,
      },
    };
    if (!remoteEntryExports) return (this.remoteEntryExports = await loadObservedEntry(event));
    const cached = extend(event, { remoteEntryExports, cached: true });
    await host.loaderHook.lifecycle.afterLoadEntry.emit(cached);
    return remoteEntryExports;
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
    const { host, remoteInfo } = this;
    const remoteEntryExports = await this.getEntry(expose);
    const event = { id, remoteInfo, remoteSnapshot, origin: host };
    const after = this.initPromise ? extend(event, { cached: true }) : event;
    const init =
      this.initPromise || (this.initPromise = this.runInit(remoteEntryExports, initScope, event));
    const { afterInitRemote } = host.loaderHook.lifecycle;
    return between(afterInitRemote, after, 'remoteEntryExports', async () => {
      await init;
      return remoteEntryExports;
    });
  }

  private async runInit(
    remoteEntryExports: Container,
    initScope: InitScope,
    event: InitEvent,
  ): Promise<void> {
    const { host, remoteInfo } = this;
    const { entryGlobalName, entry: url } = remoteInfo;
    const { beforeInitContainer, initContainer } = host.hooks.lifecycle;
    try {
      await host.loaderHook.lifecycle.beforeInitRemote.emit(event);
      const { shareScope, options } = initArguments(host, remoteInfo);
      const args = await beforeInitContainer.emit({
        shareScope,
        initScope,
        remoteEntryInitOptions: options,
        remoteInfo,
        origin: host,
      });
      if (!isContainer(remoteEntryExports)) {
        throw federationError('RUNTIME-002', { remote: entryGlobalName, url });
      }
      const { remoteEntryInitOptions } = args;
      await callInit(remoteInfo, remoteEntryExports, [
        args.shareScope,
        args.initScope,
        remoteEntryInitOptions,
      ]);
      await initContainer.emit(Object.assign({ remoteEntryExports }, event, args));
      this.inited = true;
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
    const { host, remoteInfo } = this;
    const { beforeGetExpose, getModuleFactory, afterGetExpose } = host.loaderHook.lifecycle;
    const remoteEntryExports = await this.init(id, remoteSnapshot, undefined, expose);
    this.lib = remoteEntryExports;
    const about = { remoteEntryExports, expose, moduleInfo: remoteInfo };
    const event = extend(about, { id, origin: host });
    await beforeGetExpose.emit(event);
    return between(afterGetExpose, event, 'moduleFactory', async () => {
      const given = await getModuleFactory.emit(about);
      return typeof given === 'function'
        ? given
        : getExpose(remoteInfo, remoteEntryExports, expose, getScope);
    });
  }

  /** The module, or with `loadFactory: false` the factory that yields it. */
  async get(
    id: string,
    expose: string,
    { loadFactory = true, getScope }: LoadRemoteOptions & { getScope?: unknown[] | undefined } = {},
    remoteSnapshot?: Snapshot,
  ): Promise<unknown> {
    const { host, remoteInfo } = this;
    const { beforeExecuteFactory, afterExecuteFactory } = host.loaderHook.lifecycle;
    const factory = await this.getFactory(id, expose, remoteSnapshot, getScope);
    if (!loadFactory) return factory;
    const event = { id, expose, moduleInfo: remoteInfo, loadFactory, origin: host };
    await beforeExecuteFactory.emit(event);
    return between(afterExecuteFactory, event, 'exposeModule', factory);
  }
}
