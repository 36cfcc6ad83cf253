import { own } from '../own.ts';
import type { ShareScope, ShareScopeMap, ShareStrategy } from '../protocol/container.ts';
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

/** Puts one version of a shared module into a scope. */
export function provide(state: ShareState, scope: string, data: ProvideData): void {
  const { name, version, factory, eager, singleton, requiredVersion, strictVersion } = data;
  registerShare(scopeOf(state.shareScopeMap, scope), name, version, {
    version,
    get: factory,
    from: state.name,
    eager: !!eager,
    useIn: [],
    strategy: state.strategy,
    shareConfig: {
      requiredVersion: requiredVersion || '^' + version,
      eager: !!eager,
      singleton: !!singleton,
      strictVersion: !!strictVersion,
    },
  });
}

/** Names of share scopes as a list. */
export function toList(scope: string | string[] | undefined): string[] {
  return ([] as string[]).concat(scope || 'default');
}
