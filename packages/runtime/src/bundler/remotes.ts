import { federationError } from '../errors.ts';
import type { ModuleFederation } from '../host.ts';
import { own } from '../own.ts';
import type { Container, InitScope, ModuleFactory } from '../protocol/container.ts';
import type { RemoteData } from '../protocol/tables.ts';
import { loadContainer } from '../remote/entry.ts';
import { getExpose, initContainer, loadExpose, type RemoteState } from '../remote/load.ts';
import { initRemote, requestRemote } from '../remote/request.ts';
import { createLoader, followTable, type Installed } from './modules.ts';
import type { Glue, WebpackRequire } from './require.ts';

/** `f.remote`: before a chunk runs, the remote modules it imports are there. */
export function installRemotes(glue: Glue): void {
  const { req } = glue;
  const installed: Installed = Object.create(null);
  const load = createLoader(req, installed);
  req.f!.remote = (chunkId, promises) => {
    const table = req.remotesLoadingData;
    // Read now: it is only set while a `get` of our container runs.
    const getScope = req.R || [];
    for (const id of (table && own(table.chunkMapping, chunkId)) || []) {
      const data = table!.moduleIdToRemoteDataMapping[id]!;
      // Circular: whoever started this `get` waits for it already.
      if (getScope.includes(data)) continue;
      getScope.push(data);
      load(id, promises, () => loadModule(glue, data, getScope));
    }
  };
  if (__DEV__) {
    // What a hot update brings is not there yet when it is applied, but when the next one is.
    followTable(req, 'remotesLoadingData', (next, former) => {
      const mapping = next.moduleIdToRemoteDataMapping;
      const known = former ? former.moduleIdToRemoteDataMapping : {};
      for (const id of Object.keys(mapping)) {
        const promises: Promise<unknown>[] = [];
        // What was known comes with the chunks that import it.
        if (!req.m[id] && !own(known, id)) {
          load(id, promises, () => loadModule(glue, mapping[id]!, []));
        }
        promises.forEach((promise) => void promise.catch(() => {}));
      }
    });
  }
  if (__API__) forgetWith(glue.state as ModuleFederation, req, installed);
}

/** What is imported from a remote that was let go is loaded anew. */
function forgetWith(host: ModuleFederation, req: WebpackRequire, installed: Installed): void {
  host.whenForgotten((remote) => {
    const table = req.remotesLoadingData;
    const mapping = table ? table.moduleIdToRemoteDataMapping : {};
    for (const id of Object.keys(mapping)) {
      if (host.remotes.get(mapping[id]!.remoteName) !== remote) continue;
      delete installed[id];
      delete req.c[id];
      delete req.m[id];
    }
  });
}

async function loadModule(
  { req, state }: Glue,
  data: RemoteData,
  getScope: unknown[],
): Promise<ModuleFactory> {
  await req.I(data.shareScope);
  // One expression: what comes after a `return` would be bundled nevertheless.
  return __API__
    ? requestModule(req, data, getScope)
    : loadLight(req, state as RemoteState, data, getScope);
}

async function loadLight(
  req: WebpackRequire,
  state: RemoteState,
  data: RemoteData,
  getScope: unknown[],
): Promise<ModuleFactory> {
  const { shareScope, remoteName, name } = data;
  const remote = state.remotes.get(remoteName);
  if (remote) return loadExpose(state, remote, name, getScope);
  const external = { name: remoteName, shareScope };
  const container = await requireExternal(req, data);
  await initContainer(state, external, container);
  return getExpose(external, container, name, getScope);
}

async function requestModule(
  req: WebpackRequire,
  data: RemoteData,
  getScope: unknown[],
): Promise<ModuleFactory> {
  const { remoteName, name } = data;
  const host = req.federation.instance!;
  const id = remoteName + name.slice(1);
  if (host.remotes.has(remoteName)) {
    const options = { loadFactory: false, from: 'build' } as const;
    const given = await requestRemote(host, id, options, getScope);
    // Plugins may answer a failure with a module.
    return typeof given === 'function' ? (given as ModuleFactory) : () => given;
  }
  const module = await externalModule(req, data);
  return (await module.get(id, name, { loadFactory: false, getScope })) as ModuleFactory;
}

async function externalModule(
  req: WebpackRequire,
  data: RemoteData,
): Promise<ReturnType<ModuleFederation['initRawContainer']>> {
  const { remoteName, shareScope } = data;
  const host = req.federation.instance!;
  const container = await requireExternal(req, data);
  const known = host.moduleCache.get(remoteName);
  if (known && known.remoteEntryExports === container) return known;
  const module = host.initRawContainer(remoteName, '', container);
  module.remoteInfo.shareScope = shareScope;
  return module;
}

/** Initialises the remote of a row, for `version-first`. */
export async function initRow(glue: Glue, data: RemoteData, initScope: InitScope): Promise<void> {
  const { req, state } = glue;
  const { remoteName, shareScope } = data;
  if (__API__) {
    const host = req.federation.instance!;
    if (host.remotes.has(remoteName)) return initRemote(host, remoteName, initScope);
    await (await externalModule(req, data)).init(undefined, undefined, initScope);
  } else {
    const light = state as RemoteState;
    const remote = light.remotes.get(remoteName);
    await (remote
      ? initContainer(light, remote, await loadContainer(remote.sources), initScope)
      : initContainer(
          light,
          { name: remoteName, shareScope },
          await requireExternal(req, data),
          initScope,
        ));
  }
}

/** The container that an external of the bundler loads. @throws RUNTIME-008; the module that yielded the failed promise is forgotten. */
async function requireExternal(req: WebpackRequire, data: RemoteData): Promise<Container> {
  const { externalModuleId, remoteName } = data;
  try {
    return (await req(externalModuleId)) as Container;
  } catch (error) {
    delete req.c[externalModuleId];
    throw federationError('RUNTIME-008', { remote: remoteName }, error);
  }
}
