import { own } from '../own.ts';
import type {
  ModuleFactory,
  ShareConfig,
  ShareScope,
  ShareScopeMap,
  ShareStrategy,
} from '../protocol/container.ts';
import { registerShare } from './scope.ts';

/** The part of an instance that sharing needs. */
export interface ShareState {
  readonly name: string;
  readonly strategy: ShareStrategy;
  /** Scopes are replaced by those of a host that initialises this build as a remote. */
  readonly shareScopeMap: ShareScopeMap;
}

/** A version of a shared module as users register it. */
export interface ShareArgs {
  /** @default '0' */
  version?: string;
  /** Returns the module. One of `lib` and `get` is needed to provide it. */
  lib?: ModuleFactory;
  /** Loads the module. */
  get?: () => ModuleFactory | Promise<ModuleFactory>;
  /** @default 'default' */
  scope?: string | string[];
  /** `requiredVersion` is `^version` unless set. */
  shareConfig?: Partial<ShareConfig>;
}

/** The scope of that name, made when it is not there. */
export function scopeOf(map: ShareScopeMap, name: string): ShareScope {
  return own(map, name) || (map[name] = Object.create(null) as ShareScope);
}

/** Puts one version of a shared module into its scopes. */
export function provide(state: ShareState, key: string, share: ShareArgs): void {
  const { lib, get, version = '0', shareConfig } = share;
  const scopes = toList(share.scope);
  for (const name of scopes) {
    registerShare(scopeOf(state.shareScopeMap, name), key, version, {
      version,
      get: get || (() => lib!),
      lib,
      loaded: !!lib,
      loading: null,
      from: state.name,
      eager: !!shareConfig && shareConfig.eager,
      scope: scopes,
      useIn: [],
      deps: [],
      strategy: state.strategy,
      shareConfig: Object.assign({ requiredVersion: '^' + version }, shareConfig),
    });
  }
}

/** Names of share scopes as a list. */
export function toList(scope: string | string[] | undefined): string[] {
  return ([] as string[]).concat(scope || 'default');
}
