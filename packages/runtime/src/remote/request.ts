import { federationError } from '../errors.ts';
import type { RemoteMatchArgs } from '../hooks/events.ts';
import { emit, extend, observe, recover, told } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { LoadRemoteOptions, RemoteInfo } from '../options.ts';
import type { InitScope, ModuleFactory } from '../protocol/container.ts';
import { infoOf } from './info.ts';
import { forgetRemote, locate } from './locate.ts';
import { matchRemote } from './resolve.ts';
import { moduleOf } from './observedModule.ts';

/** How far a request came. */
interface Progress {
  id: string;
  origin: ModuleFederation;
  options?: LoadRemoteOptions | undefined;
  expose?: string;
  remote?: RemoteInfo;
  recovered?: boolean;
}

type Match = Pick<RemoteMatchArgs, 'id' | 'remote' | 'expose' | 'remoteInfo' | 'remoteSnapshot'>;

/**
 * Loads a module, or its factory, under the eyes of the plugins.
 * @param getScope of a `get` of our own container that is under way
 */
export async function requestRemote(
  origin: ModuleFederation,
  id: string,
  options?: LoadRemoteOptions,
  getScope?: unknown[],
): Promise<unknown> {
  const { loadFactory = true } = options || {};
  const progress = told<Progress>(() => ({ id, origin, options }));
  const load = async (): Promise<unknown> => {
    const { epoch } = origin;
    let match: Match;
    let moduleInstance: RemoteModule | undefined;
    try {
      match = await findRemote(origin, id, progress);
      const { expose, remote, remoteInfo, remoteSnapshot } = match;
      moduleInstance = moduleOf(origin, remote, remoteInfo);
      const getOptions = { loadFactory, getScope };
      const loaded = await moduleInstance.get(match.id, expose, getOptions, remoteSnapshot);
      const wrapped = __PLUGINS__ && (await emitLoaded(match, moduleInstance, loadFactory, loaded));
      return typeof wrapped === 'function' ? wrapped : loaded;
    } catch (error) {
      // Its remote may have been let go, and its files with it.
      if (epoch !== origin.epoch) return load();
      // What failed before its container was there is looked for again by the next request.
      if (moduleInstance && !moduleInstance.inited) forgetRemote(origin, match!.remote);
      throw error;
    }
  };
  const standIn = async (error: unknown): Promise<unknown> => {
    const { from = 'runtime' } = options || {};
    const stand = await recover(origin, 'onLoad', error, extend(progress, { id, from }));
    Object.assign(progress, { error, recovered: true });
    return stand;
  };
  const run = (): Promise<unknown> => (__PLUGINS__ ? load().catch(standIn) : load());
  return observe(origin, ['afterLoadRemote'], progress, run);
}

function emitLoaded(
  match: Match,
  moduleInstance: RemoteModule,
  loadFactory: boolean,
  loaded: unknown,
): Promise<unknown> | undefined {
  const { remoteInfo } = match;
  const { host } = moduleInstance;
  const event = extend(match as RemoteMatchArgs, { options: { host, remoteInfo }, moduleInstance });
  const modules = {
    exposeModule: loadFactory ? loaded : undefined,
    exposeModuleFactory: loadFactory ? undefined : (loaded as ModuleFactory),
  };
  return emit(host, 'onLoad', extend(event, modules));
}

/** Initialises a remote before a module of it is asked for. A failure is told to the plugins, and thrown. */
export async function initRemote(
  origin: ModuleFederation,
  id: string,
  initScope?: InitScope,
): Promise<void> {
  const progress = told<Progress>(() => ({ id, origin }));
  const init = async (): Promise<unknown> => {
    const { remote, remoteInfo, remoteSnapshot } = await findRemote(origin, id, progress);
    return moduleOf(origin, remote, remoteInfo).init(id, remoteSnapshot, initScope);
  };
  const fail = (error: unknown): unknown => recover(origin, 'beforeLoadShare', error, progress);
  await (__PLUGINS__ ? init().catch(fail) : init());
}

async function findRemote(
  origin: ModuleFederation,
  asked: string,
  progress: Progress,
): Promise<Match> {
  const { remotes, epoch } = origin;
  const event = told(() => ({ id: asked, options: origin.options, origin }));
  const id = __PLUGINS__ ? await rename(origin, event) : asked;
  const match = matchRemote(remotes, id);
  if (!match) {
    const detail = __DEV__ ? 'registered: ' + Array.from(remotes.keys()).join(', ') : origin.name;
    const error = federationError('RUNTIME-004', { module: id, detail });
    if (__PLUGINS__) await emit(origin, 'afterMatchRemote', extend(event, { error }));
    throw error;
  }
  const { remote, name, expose } = match;
  const remoteInfo = infoOf(remote);
  if (__PLUGINS__) Object.assign(progress, { id, expose, remote: remoteInfo });
  const found: Match = { id, remote, expose, remoteInfo };
  const names = { pkgNameOrAlias: name, pkgName: name };
  const matched = told(() => Object.assign(found, event, names));
  if (__PLUGINS__) await emit(origin, 'afterMatchRemote', matched);
  const resourceId = told(() => remote.name + expose.slice(1));
  const context = told(() => ({ initiator: 'loadRemote', id: resourceId }) as const);
  found.remoteSnapshot = await locate(origin, remote, remoteInfo, context);
  const answer = (__PLUGINS__ && (await emit(origin, 'afterResolve', matched))) || found;
  // Else the remote may be another by now.
  return epoch === origin.epoch ? answer : findRemote(origin, asked, progress);
}

/** What the plugins make of the name in a request. */
async function rename(
  origin: ModuleFederation,
  event: Parameters<ModuleFederation['events']['beforeRequest']['emit']>[0],
): Promise<string> {
  const { id } = (await emit(origin, 'beforeRequest', event)!.catch((error: unknown) =>
    recover(origin, 'beforeRequest', error, event),
  )) as { id: string };
  return (event.id = id);
}
