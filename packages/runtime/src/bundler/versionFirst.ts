import type { InitScope } from '../protocol/container.ts';
import type { ModuleId } from '../protocol/tables.ts';
import { loadContainer } from '../remote/entry.ts';
import { initContainer, type RemoteState } from '../remote/load.ts';
import type { Glue } from './require.ts';

/** One token per instance: in `initScope` once its remotes are on the way. */
const tokens = /* @__PURE__ */ new WeakMap<object, object>();

/**
 * Initialises the remotes of these scopes, which add what they provide, before a version is chosen: what users of
 * `shareStrategy: 'version-first'` wait for.
 */
export async function initRemotes(
  glue: Glue,
  names: readonly string[],
  initScope: InitScope,
): Promise<unknown> {
  let token = tokens.get(glue.state);
  if (!token) tokens.set(glue.state, (token = {}));
  // A circular remote is waiting for us already.
  if (initScope.includes(token)) return;
  initScope.push(token);
  const table = glue.req.initializeSharingData;
  const items = names.map((name) => (table && table.scopeToSharingDataMapping[name]) || []);
  const ids = ([] as unknown[]).concat(...items).filter((item) => typeof item !== 'object');
  return Promise.all(ids.map((id) => initExternal(glue, id as ModuleId, initScope)));
}

/** One that is down is left for the import that needs it. */
async function initExternal(glue: Glue, id: ModuleId, initScope: InitScope): Promise<void> {
  const state = glue.state as RemoteState;
  const table = glue.req.remotesLoadingData;
  const all = table ? Object.values(table.moduleIdToRemoteDataMapping) : [];
  const data = all.find(({ externalModuleId }) => externalModuleId === id);
  const remote = data && state.remotes.get(data.remoteName);
  try {
    if (remote) await initContainer(state, remote, await loadContainer(remote.sources), initScope);
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
}
