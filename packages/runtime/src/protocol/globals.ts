import type { Container, ShareScopeMap, ShareStrategy } from './container.ts';

/** A remote that an instance uses. */
export interface UsedRemote {
  readonly remoteInfo: { readonly name: string; readonly entryGlobalName?: string };
}

/** What an instance must show so that other runtimes and tools can list it, and walk through what it loaded. */
export interface InstanceLike {
  readonly name: string;
  readonly options: { name: string; id?: string; version?: string; remotes: readonly unknown[] };
  readonly moduleCache: ReadonlyMap<string, UsedRemote>;
  readonly shareScopeMap: ShareScopeMap;
  /** Lets its remotes provide what they have; of those that are down the promise may reject. */
  initializeSharing?(
    scope: string,
    options: { strategy: ShareStrategy },
  ): readonly Promise<unknown>[];
}

/** `globalThis.__FEDERATION__`: common to every runtime of the page, in the shape of the 2.9 packages. */
export interface FederationGlobal {
  __GLOBAL_PLUGIN__: unknown[];
  __INSTANCES__: InstanceLike[];
  moduleInfo: Record<string, unknown>;
  __SHARE__: Record<string, ShareScopeMap>;
  __MANIFEST_LOADING__: Record<string, Promise<unknown>>;
  __PRELOADED_MAP__: Map<string, boolean>;
  /** Ours: runtimes that containers without one can use, by version of the glue and what they are able to. */
  hansa?: Record<string, unknown>;
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
  const empty: FederationGlobal = {
    __GLOBAL_PLUGIN__: [],
    __INSTANCES__: [],
    moduleInfo: {},
    __SHARE__: {},
    __MANIFEST_LOADING__: {},
    __PRELOADED_MAP__: new Map(),
  };
  return Object.assign(global, Object.assign(empty, global));
}

/** Grows when a container built before can no longer use the runtime. */
const GLUE = 1;

/** The runtime that the page offers to containers that need `kind`: `m` for manifests, `f` for `version-first`. */
export function pageRuntime(kind: string): unknown {
  const { __FEDERATION__: global } = root;
  return global && global.hansa && global.hansa[GLUE + kind];
}

/** Offers a runtime to containers; the first of its kind stays. */
export function offerRuntime(install: unknown, kinds: string[]): void {
  const global = federationGlobal();
  const offers = (global.hansa = global.hansa || {});
  for (const kind of kinds) offers[GLUE + kind] = offers[GLUE + kind] || install;
}

/** Containers of the page that are loaded or under way, by `name:entry`. */
export function loadingContainers(): Record<string, Promise<Container>> {
  return (root.__GLOBAL_LOADING_REMOTE_ENTRY__ = root.__GLOBAL_LOADING_REMOTE_ENTRY__ || {});
}

/** Global variables, where the scripts of containers leave them. */
export const globals: Record<string, unknown> = root as Record<string, unknown>;

/**
 * Whether the platform has that global name, so that no container can: functions, accessors and what is hidden, own or
 * inherited. Elements whose id it is do not count; what finds them sits between `Window` and `EventTarget`.
 */
export function isPlatformName(name: string): boolean {
  const own = Object.getOwnPropertyDescriptor(root, name);
  return own
    ? !own.enumerable || !!own.get || typeof own.value === 'function'
    : name === 'prototype' || name in ('document' in root ? EventTarget.prototype : root);
}
