import { federationError } from '../errors.ts';
import { extend, observe } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
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
export function observedModule(origin: ModuleFederation, remoteInfo: RemoteInfo): RemoteModule {
  const { events } = origin;
  let initialized: Promise<Container> | undefined;
  const module: RemoteModule = {
    host: origin,
    remoteInfo,
    remoteEntryExports: undefined,
    lib: undefined,
    inited: false,

    async getEntry(expose, context) {
      const { name, entry: url } = remoteInfo;
      const { remoteEntryExports } = module;
      const id = name + (expose || '').slice(1);
      const resourceType = 'remoteEntry' as const;
      const resourceContext =
        context || ({ initiator: 'loadRemote', id, resourceType, url, expose } as const);
      const request = { origin, remoteInfo, remoteEntryExports, resourceContext };
      return (module.remoteEntryExports = await loadFirst(request));
    },

    async init(id, remoteSnapshot, initScope = [], expose) {
      const remoteEntryExports = await module.getEntry(expose);
      const event = { id, remoteInfo, remoteSnapshot, initScope, remoteEntryExports, origin };
      const known = initialized;
      const start = async (): Promise<Container> => {
        try {
          await initialize(event);
          module.inited = true;
          return remoteEntryExports;
        } catch (error) {
          initialized = undefined;
          throw error;
        }
      };
      const after = extend(event, known && { cached: true });
      return observe(events.afterInitRemote, after, '', () => known || (initialized = start()));
    },

    async get(id, expose, { loadFactory = true, getScope } = {}, remoteSnapshot) {
      const remoteEntryExports = await module.init(id, remoteSnapshot, undefined, expose);
      module.lib = remoteEntryExports;
      const about = { id, expose, moduleInfo: remoteInfo, remoteEntryExports };
      const event = extend(about, { loadFactory, origin });
      await events.beforeGetExpose.emit(event);
      const factory = await observe(
        events.afterGetExpose,
        event,
        'moduleFactory',
        async () =>
          (await events.getModuleFactory.emit(event)) ||
          getExpose(remoteInfo, remoteEntryExports, expose, getScope),
      );
      if (!loadFactory) return factory;
      await events.beforeExecuteFactory.emit(event);
      return observe(events.afterExecuteFactory, event, 'exposeModule', factory);
    },
  };
  return module;
}

async function initialize(event: InitEvent): Promise<void> {
  const { remoteInfo, remoteEntryExports, origin } = event;
  const { events } = origin;
  await events.beforeInitRemote.emit(event);
  const { shareScope, options: remoteEntryInitOptions } = initArguments(origin, remoteInfo);
  const args = await events.beforeInitContainer.emit(
    extend(event, { shareScope, remoteEntryInitOptions }),
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
  await events.initContainer.emit(extend(args, { remoteEntryExports }));
}
