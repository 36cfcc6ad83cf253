import { federationError } from '../errors.ts';
import type { RemoteMatchArgs } from '../hooks/events.ts';
import { extend, observe, recover } from '../hooks/observe.ts';
import type { ModuleFederation, RemoteModule } from '../host.ts';
import type { LoadRemoteOptions, RemoteInfo } from '../options.ts';
import type { InitScope, ModuleFactory } from '../protocol/container.ts';
import { infoOf } from './info.ts';
import { forgetRemote, locate } from './locate.ts';
import { observedModule } from './observedModule.ts';
import { matchRemote } from './resolve.ts';

/** How far a request came. */
interface Progress {
  id: string;
  origin: ModuleFederation;
  options?: LoadRemoteOptions | undefined;
  expose?: string;
  remote?: RemoteInfo;
  recovered?: boolean;
}

/**
 * Loads a module, or its factory, under the eyes of the plugins.
 * @param getScope of a `get` of our own container that is under way
 */
export function requestRemote(
  origin: ModuleFederation,
  id: string,
  options?: LoadRemoteOptions,
  getScope?: unknown[],
): Promise<unknown> {
  const { from = 'runtime', loadFactory = true } = options || {};
  const { afterLoadRemote, onLoad } = origin.events;
  const progress: Progress = { id, origin, options };
  const load = async (): Promise<unknown> => {
    const match = await findRemote(progress);
    const { expose, remote, remoteInfo, remoteSnapshot } = match;
    const moduleInstance = moduleOf(origin, remote, remoteInfo);
    const loaded = await moduleInstance
      .get(match.id, expose, { loadFactory, getScope }, remoteSnapshot)
      .catch((error: unknown) => {
        // What failed before its container was there is looked for again by the next request.
        if (!moduleInstance.inited) forgetRemote(origin, remote);
        throw error;
      });
    const event = extend(match, { options: { host: origin, remoteInfo }, moduleInstance });
    const wrapped = await onLoad.emit(
      extend(event, {
        exposeModule: loadFactory ? loaded : undefined,
        exposeModuleFactory: loadFactory ? undefined : (loaded as ModuleFactory),
      }),
    );
    return typeof wrapped === 'function' ? wrapped : loaded;
  };
  return observe(afterLoadRemote, progress, '', () =>
    load().catch(async (error: unknown) => {
      const stand = await recover(origin, 'onLoad', error, extend(progress, { id, from }));
      Object.assign(progress, { error, recovered: true });
      return stand;
    }),
  );
}

/** Initialises a remote before a module of it is asked for. A failure is told to the plugins, and thrown. */
export async function initRemote(
  origin: ModuleFederation,
  id: string,
  initScope?: InitScope,
): Promise<void> {
  const progress: Progress = { id, origin };
  try {
    const { remote, remoteInfo, remoteSnapshot } = await findRemote(progress);
    await moduleOf(origin, remote, remoteInfo).init(id, remoteSnapshot, initScope);
  } catch (error) {
    await recover(origin, 'beforeLoadShare', error, progress);
  }
}

async function findRemote(progress: Progress): Promise<RemoteMatchArgs> {
  const { id, origin } = progress;
  const { events, options, remotes } = origin;
  const event = { id, options, origin };
  event.id = (
    (await events.beforeRequest
      .emit(event)
      .catch((error: unknown) => recover(origin, 'beforeRequest', error, event))) as { id: string }
  ).id;
  const match = matchRemote(remotes, event.id);
  if (!match) {
    const detail = __DEV__ ? 'registered: ' + Array.from(remotes.keys()).join(', ') : origin.name;
    const error = federationError('RUNTIME-004', { module: event.id, detail });
    await events.afterMatchRemote.emit(extend(event, { error }));
    throw error;
  }
  const { remote, name, expose } = match;
  const remoteInfo = infoOf(remote);
  Object.assign(progress, { id: event.id, expose, remote: remoteInfo });
  const found = { remote, pkgNameOrAlias: name, pkgName: name, expose, remoteInfo };
  const matched: RemoteMatchArgs = extend(event, found);
  await events.afterMatchRemote.emit(matched);
  const context = { initiator: 'loadRemote', id: remote.name + expose.slice(1) } as const;
  matched.remoteSnapshot = await locate(origin, remote, remoteInfo, context);
  return events.afterResolve.emit(matched);
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
