import { own } from '../own.ts';
import type { Container, InitScope, ModuleFactory } from '../protocol/container.ts';
import type { ModuleId, RemoteData } from '../protocol/tables.ts';
import { loadContainer } from '../remote/entry.ts';
import { getExpose, initContainer, loadExpose, type RemoteState } from '../remote/load.ts';
import type { RemoteInfo } from '../remote/resolve.ts';
import { type Glue, installModule } from './require.ts';

/** `f.remotes`: before a chunk runs, the remote modules it imports are there. */
export function installRemotes(glue: Glue): void {
  const { req } = glue;
  /** `true` once installed, a promise before. A failure is forgotten. */
  const state: Record<string, true | Promise<unknown>> = Object.create(null);

  const load = (id: string, data: RemoteData, getScope: unknown[]): Promise<unknown> =>
    (state[id] = loadModule(glue, data, getScope).then(
      (factory) => {
        installModule(req, id, factory);
        state[id] = true;
      },
      (error: unknown) => {
        delete state[id];
        throw error;
      },
    ));

  req.f!.remotes = (chunkId, promises) => {
    const table = req.remotesLoadingData;
    const ids = (table && own(table.chunkMapping, chunkId)) || [];
    // Read now: it is only set while a `get` of our container runs.
    const getScope = req.R || [];
    for (const id of ids) {
      const data = table!.moduleIdToRemoteDataMapping[id]!;
      // Circular: whoever started this `get` waits for it already.
      if (getScope.includes(data)) continue;
      getScope.push(data);
      const loading = state[id] || load(id, data, getScope);
      if (loading !== true) promises.push(loading);
    }
  };
}

async function loadModule(glue: Glue, data: RemoteData, getScope: unknown[]): Promise<ModuleFactory> {
  const state = glue.state as RemoteState;
  const { shareScope, remoteName, name } = data;
  await glue.req.I(shareScope);
  const remote = state.remotes.get(remoteName);
  if (remote) return loadExpose(state, remote, name, getScope);
  const external: RemoteInfo = { name: remoteName, alias: remoteName, sources: [], shareScope };
  const container = (await glue.req(data.externalModuleId)) as Container;
  await initContainer(state, external, container);
  return getExpose(external, container, name, getScope);
}

/** Initialises the remote behind an external module id of the sharing table. One that is down is left for later. */
export async function initExternal(glue: Glue, id: ModuleId, initScope: InitScope): Promise<void> {
  const state = glue.state as RemoteState;
  const data = remoteOf(glue, id);
  const remote = data && state.remotes.get(data.remoteName);
  try {
    if (remote) await initContainer(state, remote, await loadContainer(remote.sources), initScope);
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
}

function remoteOf({ req }: Glue, id: ModuleId): RemoteData | undefined {
  const table = req.remotesLoadingData;
  const all = table ? Object.values(table.moduleIdToRemoteDataMapping) : [];
  return all.find((data) => data.externalModuleId === id);
}
