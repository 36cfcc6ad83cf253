import { federationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { emit, extend, filter, observe, told } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import type { Container, InitScope, ModuleFactory } from '../protocol/container.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { isContainer } from '../load/source.ts';
import { callInit, getExpose, initArguments } from './load.ts';
import { withModuleId } from './moduleId.ts';
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
function observedModule(origin: ModuleFederation, remoteInfo: RemoteInfo): RemoteModule {
  let initialized: Promise<Container> | undefined;
  const module: RemoteModule = {
    host: origin,
    remoteInfo,
    inited: false,

    async getEntry(expose, context) {
      const { remoteEntryExports } = module;
      const resourceContext = __PLUGINS__ ? context || contextOf(remoteInfo, expose) : context!;
      const request = { origin, remoteInfo, remoteEntryExports, resourceContext };
      return (module.remoteEntryExports = await loadFirst(request));
    },

    async init(id, remoteSnapshot, initScope = [], expose) {
      const remoteEntryExports = await module.getEntry(expose);
      const about = { id, remoteInfo, remoteSnapshot, initScope, remoteEntryExports, origin };
      const event = told<InitEvent>(() => about);
      const known = initialized;
      const start = async (): Promise<Container> => {
        try {
          await initialize(module, remoteEntryExports, initScope, event);
          module.inited = true;
          return remoteEntryExports;
        } catch (error) {
          initialized = undefined;
          throw error;
        }
      };
      const after = told(() => extend(event, known && { cached: true }));
      const init = (): Promise<Container> => known || (initialized = start());
      return observe(origin, ['afterInitRemote'], after, init);
    },

    async get(id, expose, { loadFactory = true, getScope } = {}, remoteSnapshot) {
      const { epoch } = origin;
      const remoteEntryExports = await module.init(id, remoteSnapshot, undefined, expose);
      // Its remote was let go: its chunks would be taken for those of the next.
      if (epoch !== origin.epoch && origin.moduleCache.get(remoteInfo.name) !== module) {
        throw federationError('RUNTIME-004', { module: id });
      }
      module.lib = remoteEntryExports;
      const about = { id, expose, moduleInfo: remoteInfo, remoteEntryExports };
      const event = told(() => extend(about, { loadFactory, origin }));
      if (__PLUGINS__) await emit(origin, 'beforeGetExpose', event);
      const remote = __DEV__
        ? extend(remoteInfo, { exposes: exposesOf(remoteSnapshot) })
        : remoteInfo;
      const ask = (): Promise<ModuleFactory> =>
        getExpose(remote, remoteEntryExports, expose, getScope);
      const factory = __PLUGINS__
        ? withModuleId(await askTold(origin, event, ask), remoteInfo.name + expose.slice(1))
        : await ask();
      if (!loadFactory) return factory;
      if (__PLUGINS__) await emit(origin, 'beforeExecuteFactory', event);
      return observe(origin, ['afterExecuteFactory', 'exposeModule'], event, factory);
    },
  };
  return module;
}

/** What a manifest lists. */
function exposesOf({ modules }: Snapshot = {}): string[] | undefined {
  return modules && modules.map(({ moduleName }) => (moduleName === '.' ? '' : './') + moduleName);
}

function askTold(
  origin: ModuleFederation,
  event: Parameters<ModuleFederation['events']['afterGetExpose']['emit']>[0],
  ask: () => Promise<ModuleFactory>,
): Promise<ModuleFactory> | ModuleFactory {
  return observe(origin, ['afterGetExpose', 'moduleFactory'], event, async () => {
    const given = await emit(origin, 'getModuleFactory', event);
    return typeof given === 'function' ? given : ask();
  });
}

function contextOf(info: RemoteInfo, expose: string | undefined): ResourceContext {
  const id = info.name + (expose || '').slice(1);
  return { initiator: 'loadRemote', id, resourceType: 'remoteEntry', url: info.entry, expose };
}

async function initialize(
  { host: origin, remoteInfo }: RemoteModule,
  container: Container,
  initScope: InitScope,
  event: InitEvent,
): Promise<void> {
  if (__PLUGINS__) await emit(origin, 'beforeInitRemote', event);
  const { shareScope, options: remoteEntryInitOptions } = initArguments(origin, remoteInfo);
  const given = { shareScope, initScope, remoteEntryInitOptions };
  const args = __PLUGINS__ ? await filter(origin, 'beforeInitContainer', given, event) : given;
  if (!isContainer(container)) {
    const { entryGlobalName: remote, entry: url } = remoteInfo;
    throw federationError('RUNTIME-002', { remote, url });
  }
  await callInit(remoteInfo, container, [
    args.shareScope,
    args.initScope,
    args.remoteEntryInitOptions,
  ]);
  if (__PLUGINS__) await emit(origin, 'initContainer', extend(event, args));
}

/** The module of a remote, made when it is not there. */
export function moduleOf(
  origin: ModuleFederation,
  { name }: { name: string },
  remoteInfo: RemoteInfo,
): RemoteModule {
  const { moduleCache } = origin;
  const module = moduleCache.get(name) || observedModule(origin, remoteInfo);
  moduleCache.set(name, module);
  return module;
}
