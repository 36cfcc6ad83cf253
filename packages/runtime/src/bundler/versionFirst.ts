import { TIMEOUT, withDeadline } from '../load/deadline.ts';
import type { InitScope } from '../protocol/container.ts';
import type { ModuleId } from '../protocol/tables.ts';
import { initRow } from './remotes.ts';
import type { Glue } from './require.ts';

/** What was waited for, per instance. */
const attempts = /* @__PURE__ */ new WeakMap<object, Map<ModuleId, Promise<void>>>();

/** One token per instance: in `initScope` once its remotes are on the way. */
const tokens = /* @__PURE__ */ new WeakMap<object, object>();

/**
 * Initialises the remotes of these scopes, which add what they provide, before a version is chosen: what users of
 * `shareStrategy: 'version-first'` wait for. Without any nothing waits.
 */
export function initRemotes(
  glue: Glue,
  names: readonly string[],
  initScope: InitScope,
): Promise<unknown> | number {
  let token = tokens.get(glue.state);
  if (!token) tokens.set(glue.state, (token = {}));
  // A circular remote is waiting for us already.
  if (initScope.includes(token)) return 1;
  initScope.push(token);
  const table = glue.req.initializeSharingData;
  const items = names.map((name) => (table && table.scopeToSharingDataMapping[name]) || []);
  const ids = ([] as unknown[]).concat(...items).filter((item) => typeof item !== 'object');
  return ids.length ? Promise.all(ids.map((id) => attempt(glue, id as ModuleId, initScope))) : 1;
}

/** The first attempt at each remote: one that is down or hangs is left for the import that needs it. */
function attempt(glue: Glue, id: ModuleId, initScope: InitScope): Promise<void> {
  const known = attempts.get(glue.state) || new Map<ModuleId, Promise<void>>();
  attempts.set(glue.state, known);
  let first = known.get(id);
  if (!first) {
    first = withDeadline(TIMEOUT, () => initExternal(glue, id, initScope)).catch(() => {});
    known.set(id, first);
  }
  return first;
}

async function initExternal(glue: Glue, id: ModuleId, initScope: InitScope): Promise<void> {
  const table = glue.req.remotesLoadingData;
  const all = table ? Object.values(table.moduleIdToRemoteDataMapping) : [];
  const data = all.find(({ externalModuleId }) => externalModuleId === id);
  try {
    if (data) await initRow(glue, data, initScope);
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
}
