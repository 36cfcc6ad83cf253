import { federationError } from '../errors.ts';
import type { ModuleFactory, ShareConfig, ShareEntry } from '../protocol/container.ts';
import { orderKey } from '../semver/compare.ts';
import { consumeShare } from './consume.ts';
import { type ShareRequest, versionsOf } from './find.ts';
import { loadEntry } from './load.ts';
import { provide, type Provided, type ShareState, toList } from './provide.ts';

/** A version of a shared module as users register it. */
export interface ShareArgs {
  /** @default '0' */
  version?: string;
  /** Returns the module. With neither it is a requirement only. */
  lib?: ModuleFactory;
  /** Loads the module. */
  get?: () => ModuleFactory | Promise<ModuleFactory>;
  /** @default 'default' */
  scope?: string | string[];
  /** `requiredVersion` is `^version` unless set. */
  shareConfig?: Partial<ShareConfig>;
}

export interface LoadShareOptions {
  /** Overrides what was registered; its `lib` or `get` is the copy to use when nothing provided will do. */
  customShareInfo?: ShareArgs;
  /** Picks one of all provided versions; when it picks none, or loading that fails, the usual rule decides. */
  resolver?: (candidates: ShareEntry[]) => ShareEntry | undefined;
}

/** Provides what has a module to all scopes it names. */
export function register(state: ShareState, name: string, share: ShareArgs): void {
  const { lib, get, version = '0', scope, shareConfig } = share;
  const factory = get || (lib && ((): ModuleFactory => lib));
  if (!factory) return;
  const data = { name, version, factory, lib };
  for (const one of toList(scope)) {
    provide(state, one, Object.assign({ eager: false }, shareConfig, data) as Provided);
  }
}

/** `loadShare` of an instance that registered these versions itself. */
export async function loadShared<T>(
  state: ShareState,
  registered: readonly ShareArgs[] | undefined,
  key: string,
  { customShareInfo, resolver }: LoadShareOptions = {},
): Promise<false | (() => T)> {
  const request = requestOf(registered, key, customShareInfo);
  const picked = resolver && resolver(candidatesOf(state, request));
  try {
    if (picked) return (await loadEntry(picked, state.name)) as () => T;
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
  try {
    return (await consumeShare(state, request)) as () => T;
  } catch (error) {
    const { code } = error as { code: unknown };
    if (code === 'RUNTIME-012' || (code === 'SHARE-001' && !request.singleton)) return false;
    throw error;
  }
}

/** The same for what is there at once. */
export function loadSharedSync<T>(
  state: ShareState,
  registered: readonly ShareArgs[] | undefined,
  key: string,
  { customShareInfo }: LoadShareOptions = {},
): () => T {
  const factory = consumeShare(state, requestOf(registered, key, customShareInfo));
  if (typeof factory === 'function') return factory as () => T;
  factory.catch(() => {});
  throw federationError('RUNTIME-006', { share: key });
}

/**
 * What the instance asks for: what is given over what its own highest version was registered with. Where nothing is
 * known, what somebody uses already will do. As in the 2.x packages a version that does not satisfy is never used
 * for what is no singleton.
 */
function requestOf(
  registered: readonly ShareArgs[] = [],
  key: string,
  custom: ShareArgs = {},
): ShareRequest {
  const [own = {}] = registered
    .slice()
    .sort((a, b) => (orderKey(a.version || '0') < orderKey(b.version || '0') ? 1 : -1));
  const { lib, get } = custom;
  const version = custom.version || own.version;
  const {
    requiredVersion = version ? '^' + version : false,
    singleton = !version,
    strictVersion = false,
    layer,
  } = Object.assign({}, own.shareConfig, custom.shareConfig);
  return {
    shareKey: key,
    shareScope: custom.scope || own.scope || 'default',
    requiredVersion,
    singleton,
    strictVersion: strictVersion || !singleton,
    layer,
    fallback: get || (lib && (() => lib)),
  };
}

function candidatesOf(state: ShareState, request: ShareRequest): ShareEntry[] {
  const all = toList(request.shareScope).map((scope) => versionsOf(state, scope, request));
  return ([] as ShareEntry[]).concat(...all.map((versions) => Object.values(versions)));
}
