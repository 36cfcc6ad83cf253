import { federationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { extend, observe } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { LoadRemoteOptions, RemoteInfo } from '../options.ts';
import type { Container, InitScope } from '../protocol/container.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { isContainer } from './entry.ts';
import { callInit, getExpose, initArguments } from './load.ts';
import { loadFirst } from './observedEntry.ts';

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
    return (this.remoteEntryExports = await loadFirst(request));
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
    const event = { id, remoteInfo, remoteSnapshot, initScope, remoteEntryExports, origin };
    const known = this.initPromise;
    const forget = (error: unknown): never => {
      this.initPromise = undefined;
      throw error;
    };
    return observe(
      origin.events.afterInitRemote,
      extend(event, known && { cached: true }),
      '',
      () => known || (this.initPromise = initialize(this, event).catch(forget)),
    );
  }

  /**
   * Asks the container for a module. Resolves with it, or with `loadFactory: false` with the factory that yields it.
   * @throws RUNTIME-014 when it has no such expose, RUNTIME-008 when a file of it cannot be loaded.
   */
  async get(
    id: string,
    expose: string,
    { loadFactory = true, getScope }: LoadRemoteOptions & { getScope?: unknown[] | undefined } = {},
    remoteSnapshot?: Snapshot,
  ): Promise<unknown> {
    const { host: origin, remoteInfo: moduleInfo } = this;
    const { events } = origin;
    const remoteEntryExports = await this.init(id, remoteSnapshot, undefined, expose);
    this.lib = remoteEntryExports;
    const event = { id, expose, moduleInfo, remoteEntryExports, loadFactory, origin };
    await events.beforeGetExpose.emit(event);
    const factory = await observe(
      events.afterGetExpose,
      event,
      'moduleFactory',
      async () =>
        (await events.getModuleFactory.emit(event)) ||
        getExpose(moduleInfo, remoteEntryExports, expose, getScope),
    );
    if (!loadFactory) return factory;
    await events.beforeExecuteFactory.emit(event);
    return observe(events.afterExecuteFactory, event, 'exposeModule', factory);
  }
}

async function initialize(module: ObservedModule, event: InitEvent): Promise<Container> {
  const { remoteInfo, remoteEntryExports, origin } = event;
  const { beforeInitRemote, beforeInitContainer, initContainer } = origin.events;
  await beforeInitRemote.emit(event);
  const { shareScope, options: remoteEntryInitOptions } = initArguments(origin, remoteInfo);
  const given = extend(event, { shareScope, remoteEntryInitOptions });
  const args = await beforeInitContainer.emit(given);
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
  module.inited = true;
  return remoteEntryExports;
}
