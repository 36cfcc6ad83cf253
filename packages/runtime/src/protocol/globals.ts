import type { Container, ShareScopeMap } from './container.ts';

/** What an instance must show so that other runtimes and devtools can list it. */
export interface InstanceLike {
  name: string;
  options: { name: string; id?: string; version?: string };
  shareScopeMap: ShareScopeMap;
}

/** `globalThis.__FEDERATION__`: common to every runtime of the page, in the shape of the 2.9 packages. */
export interface FederationGlobal {
  __GLOBAL_PLUGIN__: unknown[];
  __INSTANCES__: InstanceLike[];
  moduleInfo: Record<string, unknown>;
  __SHARE__: Record<string, ShareScopeMap>;
  __MANIFEST_LOADING__: Record<string, Promise<unknown>>;
  __PRELOADED_MAP__: Map<string, boolean>;
}

interface Root {
  __FEDERATION__?: Partial<FederationGlobal>;
  __GLOBAL_LOADING_REMOTE_ENTRY__?: Record<string, Promise<Container>>;
}

const root = globalThis as Root;

export function federationGlobal(): FederationGlobal {
  if (!root.__FEDERATION__) {
    Object.defineProperty(root, '__FEDERATION__', { value: {}, configurable: true });
  }
  const global = root.__FEDERATION__!;
  global.__GLOBAL_PLUGIN__ = global.__GLOBAL_PLUGIN__ || [];
  global.__INSTANCES__ = global.__INSTANCES__ || [];
  global.moduleInfo = global.moduleInfo || {};
  global.__SHARE__ = global.__SHARE__ || {};
  global.__MANIFEST_LOADING__ = global.__MANIFEST_LOADING__ || {};
  global.__PRELOADED_MAP__ = global.__PRELOADED_MAP__ || new Map();
  return global as FederationGlobal;
}

/** Containers of the page that are loaded or under way, by `name:entry`. */
export function loadingContainers(): Record<string, Promise<Container>> {
  return (root.__GLOBAL_LOADING_REMOTE_ENTRY__ = root.__GLOBAL_LOADING_REMOTE_ENTRY__ || {});
}

/** The value of a global variable, as a container's script would leave it. */
export function globalValue(name: string): unknown {
  return (root as Record<string, unknown>)[name];
}
