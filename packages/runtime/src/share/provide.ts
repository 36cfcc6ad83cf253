import { innerMap as scopeOf } from '../own.ts';
import type {
  ModuleFactory,
  ShareConfig,
  ShareEntry,
  ShareScopeMap,
  ShareStrategy,
} from '../protocol/container.ts';
import type { ProvideData } from '../protocol/tables.ts';
import type { ShareRequest } from './find.ts';
import { registerShare } from './scope.ts';
import type { ShareSelection } from './select.ts';

export { scopeOf };

/** The part of an instance that sharing needs. */
export interface ShareState {
  readonly name: string;
  readonly strategy: ShareStrategy;
  /** Scopes are replaced by those of a host that initialises this build as a remote. */
  readonly shareScopeMap: ShareScopeMap;
  /** Where plugins may replace a choice. */
  onChoice?(
    scope: string,
    request: ShareRequest,
    choice: ShareSelection | undefined,
  ): ShareSelection | undefined;
  /** Where plugins may change what is registered. */
  onProvide?(
    place: { scope: string; key: string },
    entry: ShareEntry,
    put: (entry: ShareEntry) => void,
  ): void;
}

/**
 * Where a layered share is kept: beside the plain key, so that layers of one version do not overwrite each other, and
 * other runtimes, which do not look at layers, never take it for the plain one. webpack looks up layered requests by
 * the same text.
 */
export function layeredKey(key: string, layer: string | null | undefined): string {
  return layer ? '(' + layer + ')' + key : key;
}

/** What an instance provides; `lib` when it is there already, and so counts as loaded. */
export interface Provided extends ProvideData {
  lib?: ModuleFactory | undefined;
}

/** Puts one version of a shared module into a scope. */
export function provide(state: ShareState, scope: string, data: Provided): void {
  const { name, version, layer } = data;
  // 2.x runtimes write into `default` what names no scope.
  const entry = entryOf(state, [scope], data);
  const put = (one: ShareEntry): void =>
    registerShare(scopeOf(state.shareScopeMap, scope), layeredKey(name, layer), version, one);
  if (__PLUGINS__ && state.onProvide) state.onProvide({ scope, key: name }, entry, put);
  else put(entry);
}

export function entryOf(state: ShareState, scope: string[], data: Provided): ShareEntry {
  const { version, factory, eager, lib } = data;
  return {
    version,
    get: factory,
    lib,
    loaded: !!lib,
    get from() {
      return state.name;
    },
    // 2.x runtimes write who loads it first over who provides it.
    set from(_) {},
    scope,
    eager: !!eager,
    useIn: [],
    deps: [],
    strategy: state.strategy,
    // With all the rest of the row, which nobody minds.
    shareConfig: Object.assign({ requiredVersion: '^' + version }, data) as ShareConfig,
  };
}

/** Names of share scopes as a list. */
export function toList(scope: string | string[] | undefined): string[] {
  return ([] as string[]).concat(scope || 'default');
}
