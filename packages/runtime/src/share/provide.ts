import { own } from '../own.ts';
import type {
  ModuleFactory,
  ShareEntry,
  ShareScope,
  ShareScopeMap,
  ShareStrategy,
} from '../protocol/container.ts';
import type { ProvideData } from '../protocol/tables.ts';
import { registerShare } from './scope.ts';

/** The part of an instance that sharing needs. */
export interface ShareState {
  readonly name: string;
  readonly strategy: ShareStrategy;
  /** Scopes are replaced by those of a host that initialises this build as a remote. */
  readonly shareScopeMap: ShareScopeMap;
}

/** The scope of that name, made when it is not there. */
export function scopeOf(map: ShareScopeMap, name: string): ShareScope {
  return own(map, name) || (map[name] = Object.create(null) as ShareScope);
}

/**
 * Where a layered share is kept: beside the plain key, so that layers of one version do not overwrite each other, and
 * other runtimes, which do not look at layers, never take it for the plain one. webpack looks up layered requests by
 * the same text.
 */
export function layeredKey(key: string, layer: string | null | undefined): string {
  return layer ? '(' + layer + ')' + key : key;
}

/** Puts one version of a shared module into a scope. */
export function provide(state: ShareState, scope: string, data: ProvideData): void {
  add(state, scope, data, entryOf(state, scope, data));
}

/** The same for one that is there already: it counts as loaded. */
export function provideLoaded(
  state: ShareState,
  scope: string,
  data: ProvideData,
  lib: ModuleFactory,
): void {
  add(state, scope, data, Object.assign(entryOf(state, scope, data), { lib, loaded: true }));
}

function add(state: ShareState, scope: string, data: ProvideData, entry: ShareEntry): void {
  const key = layeredKey(data.name, data.layer);
  registerShare(scopeOf(state.shareScopeMap, scope), key, data.version, entry);
}

function entryOf(state: ShareState, scope: string, data: ProvideData): ShareEntry {
  const { version, factory, eager, singleton, strictVersion, layer } = data;
  const { requiredVersion = '^' + version } = data;
  return {
    version,
    get: factory,
    from: state.name,
    // 2.x runtimes write into `default` what names no scope.
    scope: [scope],
    eager: !!eager,
    useIn: [],
    strategy: state.strategy,
    shareConfig: {
      requiredVersion,
      eager: !!eager,
      singleton: !!singleton,
      strictVersion: !!strictVersion,
      layer,
    },
  };
}

/** Names of share scopes as a list. */
export function toList(scope: string | string[] | undefined): string[] {
  return ([] as string[]).concat(scope || 'default');
}
