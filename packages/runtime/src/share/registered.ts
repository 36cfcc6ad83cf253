import { federationError } from '../errors.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadShareOptions, ShareArgs, Shared } from '../options.ts';
import { own } from '../own.ts';
import type { ModuleFactory, ShareConfig, ShareEntry } from '../protocol/container.ts';
import { orderKey } from '../semver/compare.ts';
import { type ShareRequest, versionsOf } from './find.ts';
import { loadEntry } from './load.ts';
import { consumeObserved, type ShareCause } from './observed.ts';
import { provide, type Provided, type ShareState, toList } from './provide.ts';

/** Keeps what an instance asks for and provides; what has a module goes to all scopes it names. */
export function registerShares(
  host: ModuleFederation,
  shares: Record<string, ShareArgs | ShareArgs[]>,
): void {
  for (const name of Object.keys(shares)) {
    for (const share of ([] as ShareArgs[]).concat(shares[name]!)) register(host, name, share);
  }
}

function register(host: ModuleFederation, name: string, share: ShareArgs): void {
  const { lib, get, version = '0', scope, shareConfig, deps = [] } = share;
  const factory = get || (lib && ((): ModuleFactory => lib));
  const { shared } = host.options;
  const list = own(shared, name) || (shared[name] = []);
  list.push({
    version,
    lib,
    get: factory!,
    scope: toList(scope),
    deps,
    useIn: [],
    from: host.name,
    shareConfig: Object.assign({ requiredVersion: '^' + version }, shareConfig) as ShareConfig,
    strategy: share.strategy || host.strategy,
    loaded: !!lib,
  });
  if (!factory) return;
  const data = { name, version, factory, lib };
  for (const one of toList(scope)) {
    provide(host, one, Object.assign({ eager: false }, shareConfig, data) as Provided);
  }
}

/** `loadShare` of an instance. */
export async function loadShared<T>(
  host: ModuleFederation,
  key: string,
  options: LoadShareOptions = {},
): Promise<false | (() => T)> {
  const { customShareInfo, resolver, context: loadContext } = options;
  const request = requestOf(host, key, customShareInfo);
  const picked = resolver && resolver(candidatesOf(host, request) as Shared[]);
  try {
    if (picked) return (await loadEntry(picked, host.name)) as () => T;
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
  const scopes = toList(request.shareScope);
  await Promise.all(([] as unknown[]).concat(...scopes.map((one) => host.initializeSharing(one))));
  const recovered = (error: unknown): boolean => {
    const { code } = error as { code: unknown };
    return code === 'RUNTIME-012' || (code === 'SHARE-001' && !request.singleton);
  };
  const cause: ShareCause = {
    lifecycle: 'loadShare',
    loadContext,
    recovered: customShareInfo && recovered,
  };
  try {
    return (await consumeObserved(host, request, cause)) as () => T;
  } catch (error) {
    if (recovered(error)) return false;
    throw error;
  }
}

/** The same for what is there at once. */
export function loadSharedSync<T>(
  host: ModuleFederation,
  key: string,
  { customShareInfo, context: loadContext }: LoadShareOptions = {},
): () => T {
  const request = requestOf(host, key, customShareInfo);
  const factory = consumeObserved(host, request, { lifecycle: 'loadShareSync', loadContext });
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
  { options }: ModuleFederation,
  key: string,
  custom: ShareArgs | Partial<Shared> = {},
): ShareRequest {
  const [registered = {}]: Partial<Shared>[] = (own(options.shared, key) || [])
    .slice()
    .sort((a, b) => (orderKey(a.version!) < orderKey(b.version!) ? 1 : -1));
  const { lib, get } = custom;
  const version = custom.version || registered.version;
  const {
    requiredVersion = version ? '^' + version : false,
    singleton = !version,
    strictVersion = false,
    layer,
  } = Object.assign({}, registered.shareConfig, custom.shareConfig) as Partial<ShareConfig>;
  return {
    shareKey: key,
    shareScope: custom.scope || registered.scope || 'default',
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
