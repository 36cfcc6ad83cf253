import type { InitScope, ShareScope } from '../protocol/container.ts';
import type { ProvideData } from '../protocol/tables.ts';
import { provide, scopeOf, toList } from '../share/provide.ts';
import { initExternal } from './remotes.ts';
import type { Glue } from './require.ts';

/** `S` and `I`: the share scopes, and their initialisation with what this build provides. */
export function installSharing(glue: Glue): void {
  const { req, state } = glue;
  // Hot updates assign an empty object: the live scopes must survive it.
  Object.defineProperty(req, 'S', { get: () => state.shareScopeMap, set() {}, configurable: true });
  /** Scopes that have what the table of that moment lists, and when their remotes will be initialised. */
  const done = new WeakMap<ShareScope, { table: unknown; ready: Promise<unknown> | undefined }>();
  const token = {};

  req.I = (names, initScope = []) => {
    const started = initScope.includes(token);
    if (!started) initScope.push(token);
    const waits = toList(names).map((name) => {
      const scope = scopeOf(state.shareScopeMap, name);
      const table = req.initializeSharingData;
      let entry = done.get(scope);
      if (!entry || entry.table !== table) {
        entry = { table, ready: undefined };
        done.set(scope, entry);
        entry.ready = initScopeOf(glue, name, initScope);
      }
      // A circular remote is waiting for us already.
      return started ? undefined : entry.ready;
    });
    const pending = waits.filter(Boolean);
    return pending.length ? Promise.all(pending) : 1;
  };
}

/** Registers the providers of this build; `version-first` also initialises its remotes, which add theirs. */
function initScopeOf(glue: Glue, name: string, initScope: InitScope): Promise<unknown> | undefined {
  const { req, state } = glue;
  const data = req.initializeSharingData;
  const items = (data && data.scopeToSharingDataMapping[name]) || [];
  const remotes: Promise<unknown>[] = [];
  for (const item of items) {
    if (typeof item === 'object') register(glue, name, item, data!.uniqueName);
    else if (__REMOTES__ && state.strategy === 'version-first') {
      remotes.push(initExternal(glue, item, initScope));
    }
  }
  return remotes.length ? Promise.all(remotes) : undefined;
}

function register({ state }: Glue, scope: string, item: ProvideData, from: string): void {
  const { name, version, factory, eager, singleton, requiredVersion, strictVersion } = item;
  const shareConfig: Record<string, unknown> = { eager: !!eager, singleton: !!singleton };
  if (requiredVersion) shareConfig.requiredVersion = requiredVersion;
  if (strictVersion) shareConfig.strictVersion = true;
  const { strategy, shareScopeMap } = state;
  provide({ name: from || state.name, strategy, shareScopeMap }, name, {
    version,
    get: factory,
    scope,
    shareConfig,
  });
}
