import { federationError } from '../errors.ts';
import { extend } from '../hooks/between.ts';
import type { RemoteMatchArgs } from '../hooks/events.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { LoadRemoteOptions, Remote, RemoteInfo } from '../options.ts';
import type { InitScope, ModuleFactory } from '../protocol/container.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { forgetLocation, isLocated, locate } from './locate.ts';
import { ObservedModule } from './ObservedModule.ts';
import { matchRemote } from './resolve.ts';

/** How far a request came. */
interface Progress {
  id: string;
  expose?: string | undefined;
  remote?: RemoteInfo | undefined;
}

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
  const { from = 'runtime', loadFactory = true } = options || {};
  const { afterLoadRemote, errorLoadRemote } = origin.remoteHandler.hooks.lifecycle;
  const progress: Progress = { id };
  const outcome: { error?: unknown; recovered?: boolean } = {};
  try {
    return await load(origin, progress, loadFactory, getScope);
  } catch (error) {
    outcome.error = error;
    const event = { id, error, from, lifecycle: 'onLoad' as const, origin };
    const stand = await errorLoadRemote
      .emit(Object.assign({}, progress, event))
      .catch((thrown: unknown) => {
        throw (outcome.error = thrown);
      });
    if (!stand) throw error;
    outcome.recovered = true;
    return stand;
  } finally {
    await afterLoadRemote.emit(Object.assign({ options, origin }, progress, outcome));
  }
}

/** Initialises a remote before a module of it is asked for. A failure is told to the plugins, and thrown. */
export async function initRemote(
  origin: ModuleFederation,
  id: string,
  initScope?: InitScope,
): Promise<void> {
  const progress: Progress = { id };
  try {
    const { remote, remoteInfo, remoteSnapshot } = await findRemote(origin, progress);
    await moduleOf(origin, remote, remoteInfo).init(id, remoteSnapshot, initScope);
  } catch (error) {
    const event = { error, from: 'runtime', lifecycle: 'beforeLoadShare', origin } as const;
    const { errorLoadRemote } = origin.remoteHandler.hooks.lifecycle;
    if (!(await errorLoadRemote.emit(extend(progress, event)))) throw error;
  }
}

async function load(
  origin: ModuleFederation,
  progress: Progress,
  loadFactory: boolean,
  getScope: unknown[] | undefined,
): Promise<unknown> {
  const match = await findRemote(origin, progress);
  const { id, pkgNameOrAlias, expose, remote, remoteInfo, remoteSnapshot } = match;
  const moduleInstance = moduleOf(origin, remote, remoteInfo);
  const loaded = await moduleInstance
    .get(id, expose, { loadFactory, getScope }, remoteSnapshot)
    .catch((error: unknown) => {
      if (!moduleInstance.inited) forgetModule(origin, remote);
      throw error;
    });
  const wrapped = await origin.remoteHandler.hooks.lifecycle.onLoad.emit({
    id,
    pkgNameOrAlias,
    expose,
    exposeModule: loadFactory ? loaded : undefined,
    exposeModuleFactory: loadFactory ? undefined : (loaded as ModuleFactory),
    remote,
    options: { host: origin, remoteInfo },
    moduleInstance,
    origin,
  });
  return typeof wrapped === 'function' ? wrapped : loaded;
}

async function findRemote(origin: ModuleFederation, progress: Progress): Promise<RemoteMatchArgs> {
  const { options, remoteHandler, sharedHandler, remotes } = origin;
  const { beforeRequest, afterMatchRemote, errorLoadRemote } = remoteHandler.hooks.lifecycle;
  const request = { id: progress.id, options, origin };
  const { id } = await beforeRequest.emit(request).catch(async (error: unknown) => {
    const event = extend(request, { from: 'runtime', error, lifecycle: 'beforeRequest' } as const);
    const stand = await errorLoadRemote.emit(event);
    if (!stand) throw error;
    return stand as typeof request;
  });
  const match = matchRemote(remotes, id);
  if (!match) {
    const detail = __DEV__ ? 'registered: ' + Array.from(remotes.keys()).join(', ') : origin.name;
    const error = federationError('RUNTIME-004', { module: id, detail });
    await afterMatchRemote.emit({ id, options, error, origin });
    throw error;
  }
  const { remote, name: pkgNameOrAlias, expose } = match;
  const remoteInfo = infoOf(remote);
  Object.assign(progress, { id, expose, remote: remoteInfo });
  const matched = { id, pkgNameOrAlias, remote, expose, options, remoteInfo, origin };
  await afterMatchRemote.emit(matched);
  const remoteSnapshot = isLocated(remote) ? undefined : await locateAny(matched);
  const resolved = extend(matched, { pkgName: pkgNameOrAlias, remoteSnapshot });
  return sharedHandler.hooks.lifecycle.afterResolve.emit(resolved);
}

/** A manifest that is down is left to the fallbacks, where there are any. */
async function locateAny(match: RemoteMatchArgs): Promise<Snapshot | undefined> {
  const { origin, remote, remoteInfo, expose } = match;
  const id = remote.name + expose.slice(1);
  try {
    return await locate(origin, remote, remoteInfo, { initiator: 'loadRemote', id });
  } catch (error) {
    if (!remoteInfo.fallbacks) throw error;
    remoteInfo.entry = '';
    return undefined;
  }
}

/** The module of a remote, made when it is not there. */
export function moduleOf(
  host: ModuleFederation,
  { name }: { name: string },
  remoteInfo: RemoteInfo,
): RemoteModule {
  let module = host.moduleCache.get(name);
  if (!module) host.moduleCache.set(name, (module = new ObservedModule({ host, remoteInfo })));
  return module;
}

/** What failed before its container was there is looked for again by the next request. */
function forgetModule(host: ModuleFederation, remote: Remote): void {
  host.moduleCache.delete(remote.name);
  forgetLocation(host, remote);
}

/** A remote with every default filled in; for each request anew, as plugins write into it. */
export function infoOf(remote: Remote): RemoteInfo {
  const { name, entry = '', type = 'global', entryGlobalName = name } = remote;
  const { shareScope = 'default' } = remote;
  return Object.assign({}, remote, { entry, type, entryGlobalName, shareScope });
}
