import { federationError } from '../errors.ts';
import { extend, told } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadShareOptions, ShareArgs, Shared } from '../options.ts';
import { own } from '../own.ts';
import type { ModuleFactory, ShareConfig, ShareEntry } from '../protocol/container.ts';
import { orderKey } from '../semver/compare.ts';
import { satisfies } from '../semver/satisfies.ts';
import { type ShareRequest, versionsOf } from './find.ts';
import { loadEntry } from './load.ts';
import { consumeObserved, isUnprovided, type ShareCause } from './observed.ts';
import { entryOf, provide, type Provided, toList } from './provide.ts';

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
  const { lib, version = '0', shareConfig, deps = [], strategy = host.strategy } = share;
  const factory = getterOf(share);
  const scopes = toList(share.scope);
  const about = { name, version, factory, lib };
  const data = Object.assign({ eager: false }, shareConfig, about) as Provided;
  const { shared } = host.options;
  const given = extend(entryOf(host, scopes, data), { deps, strategy }) as Shared;
  const place = version + String(scopes);
  // What is registered again takes the place of what was.
  const others = (own(shared, name) || []).filter(
    (one) => one.version + String(one.scope) !== place,
  );
  shared[name] = others.concat(given);
  if (factory) for (const scope of scopes) provide(host, scope, data);
}

/** What yields the module, if it brings one. */
export function getterOf({ lib, get }: ShareArgs | Partial<Shared>): ShareEntry['get'] | undefined {
  return get || (lib && ((): ModuleFactory => lib));
}

/** `loadShare` of an instance. */
export async function loadShared<T>(
  host: ModuleFederation,
  key: string,
  options: LoadShareOptions = {},
): Promise<false | (() => T)> {
  const { customShareInfo, resolver } = options;
  const request = requestOf(host, key, customShareInfo);
  const scopes = toList(request.shareScope);
  const candidates = (): ShareEntry[][] =>
    scopes.map((scope) => Object.values(versionsOf(host, scope, request)));
  const picked = resolver && resolver(([] as ShareEntry[]).concat(...candidates()) as Shared[]);
  try {
    if (picked) return (await loadEntry(picked, host.name)) as () => T;
  } catch (error) {
    if (__DEV__) console.warn(error);
  }
  await Promise.all(([] as unknown[]).concat(...scopes.map((one) => host.initializeSharing(one))));
  try {
    const cause = told<ShareCause>(() => {
      const { context: loadContext } = options;
      return { lifecycle: 'loadShare', loadContext, recovers: !!customShareInfo };
    });
    return (await consumeObserved(host, request, cause)) as () => T;
  } catch (error) {
    if (isUnprovided(error, request)) return false;
    throw error;
  }
}

/** The same for what is there at once. */
export function loadSharedSync<T>(
  host: ModuleFederation,
  key: string,
  options: LoadShareOptions = {},
): () => T {
  const request = requestOf(host, key, options.customShareInfo);
  const cause = told<ShareCause>(() => {
    return { lifecycle: 'loadShareSync', loadContext: options.context };
  });
  const factory = consumeObserved(host, request, cause);
  if (typeof factory === 'function') return factory as () => T;
  factory.catch(() => {});
  throw federationError('RUNTIME-006', { share: key });
}

/**
 * What the instance asks for: what is given over what its own highest version was registered with. Where nothing is
 * known, what somebody uses already will do. As in the 2.x packages a version that does not satisfy is never used
 * for what is no singleton, but for the instance's own.
 */
function requestOf(
  { options }: ModuleFederation,
  shareKey: string,
  given?: ShareArgs | Partial<Shared>,
): ShareRequest {
  const custom = given || {};
  const highest = (own(options.shared, shareKey) || []).reduce<Partial<Shared>>(
    (one, other) => (orderKey(one.version || '') < orderKey(other.version) ? other : one),
    {},
  );
  const version = custom.version || highest.version;
  const {
    requiredVersion = version ? '^' + version : false,
    singleton = !version,
    strictVersion = false,
    layer,
  } = Object.assign({}, highest.shareConfig, custom.shareConfig) as Partial<ShareConfig>;
  return {
    shareKey,
    shareScope: custom.scope || highest.scope || 'default',
    requiredVersion,
    singleton,
    strictVersion: strictVersion || !singleton,
    layer,
    fallback: getterOf(
      given || !requiredVersion || satisfies(version!, requiredVersion) ? custom : highest,
    ),
  };
}
