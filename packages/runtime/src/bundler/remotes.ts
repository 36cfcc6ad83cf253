import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import type { Container, ModuleFactory } from '../protocol/container.ts';
import type { RemoteData } from '../protocol/tables.ts';
import { getExpose, initContainer, loadExpose, type RemoteState } from '../remote/load.ts';
import type { RemoteInfo } from '../remote/resolve.ts';
import { createLoader } from './modules.ts';
import type { Glue, WebpackRequire } from './require.ts';

/** `f.remote`: before a chunk runs, the remote modules it imports are there. */
export function installRemotes(glue: Glue): void {
  const { req } = glue;
  const load = createLoader(req);
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
}

async function loadModule(
  glue: Glue,
  data: RemoteData,
  getScope: unknown[],
): Promise<ModuleFactory> {
  const state = glue.state as RemoteState;
  const { shareScope, remoteName, name } = data;
  await glue.req.I(shareScope);
  const remote = state.remotes.get(remoteName);
  if (remote) return loadExpose(state, remote, name, getScope);
  const external = externalOf(data);
  const container = await requireExternal(glue.req, data);
  await initContainer(state, external, container);
  return getExpose(external, container, name, getScope);
}

/** A remote that an external of the bundler loads. */
export function externalOf({ remoteName, shareScope }: RemoteData): RemoteInfo {
  return { name: remoteName, alias: remoteName, sources: [], shareScope };
}

/** @throws RUNTIME-008; the module that yielded the failed promise is forgotten. */
export async function requireExternal(req: WebpackRequire, data: RemoteData): Promise<Container> {
  const { externalModuleId, remoteName } = data;
  try {
    return (await req(externalModuleId)) as Container;
  } catch (error) {
    delete req.c[externalModuleId];
    throw federationError('RUNTIME-008', { remote: remoteName }, error);
  }
}
