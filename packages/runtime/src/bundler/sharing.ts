import type { ShareScope } from '../protocol/container.ts';
import { provide, scopeOf, toList } from '../share/provide.ts';
import type { Glue } from './require.ts';
import { initRemotes } from './versionFirst.ts';

/** `S` and `I`: the share scopes, and their initialisation with what this build provides. */
export function installSharing(glue: Glue): void {
  const { req, state } = glue;
  // A hot update may run this again, and assigns an empty object: the live scopes must survive both.
  Object.assign(state.shareScopeMap, req.S);
  Object.defineProperty(req, 'S', { get: () => state.shareScopeMap, set() {}, configurable: true });
  /** The table whose providers are in a scope. */
  const registered = new WeakMap<ShareScope, unknown>();

  req.I = (names, initScope) => {
    // The first use brings the plugins, which see what is registered.
    if (__API__) void req.federation.instance;
    const table = req.initializeSharingData;
    const list = toList(names);
    for (const name of list) {
      const scope = scopeOf(state.shareScopeMap, name);
      if (!table || registered.get(scope) === table) continue;
      registered.set(scope, table);
      for (const item of table.scopeToSharingDataMapping[name] || []) {
        if (typeof item === 'object') provide(state, name, item);
      }
    }
    if (__VERSION_FIRST__ && state.strategy === 'version-first') {
      // webpack's own remotes hand over 0.
      return initRemotes(glue, list, initScope || []);
    }
    return 1;
  };
}
