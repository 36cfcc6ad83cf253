import { extend } from '../hooks/between.ts';
import type { ModuleFederation } from '../host.ts';
import type { Shared, ShareLoadContext } from '../options.ts';
import type { ModuleFactory, ShareConfig, ShareEntry } from '../protocol/container.ts';
import { federationGlobal } from '../protocol/globals.ts';
import { consumeShare } from './consume.ts';
import type { ShareRequest } from './find.ts';
import { layeredKey, scopeOf, toList } from './provide.ts';
import type { ShareSelection } from './select.ts';

/** How a share was asked for. */
export interface ShareCause {
  lifecycle: 'loadShare' | 'loadShareSync';
  loadContext?: ShareLoadContext | undefined;
  /** Nothing provided will do, and the caller has a copy of its own. */
  recovered?: ((error: unknown) => boolean) | undefined;
}

/**
 * A shared module, under the eyes of the plugins: there at once where it would be without them, unless one listens to
 * `beforeLoadShare`.
 */
export function consumeObserved(
  origin: ModuleFederation,
  asked: ShareRequest,
  { lifecycle, loadContext, recovered }: ShareCause,
): ModuleFactory | Promise<ModuleFactory> {
  const { sharedHandler, shareScopeMap, options } = origin;
  const { beforeLoadShare, afterLoadShare, errorLoadShare } = sharedHandler.hooks.lifecycle;
  const info = infoOf(origin, asked);
  const event = {
    pkgName: asked.shareKey,
    shareInfo: info,
    shared: options.shared,
    origin,
    loadContext,
  };
  const run = ({
    shareInfo = info,
  }: {
    shareInfo?: Partial<Shared> | undefined;
  }): ReturnType<typeof consumeObserved> => {
    const outcome = Object.assign({}, event, { shareInfo, shareScopeMap, lifecycle });
    let selectedShared: Shared | undefined;
    const done = (factory: ModuleFactory): ModuleFactory => {
      quietly(() => afterLoadShare.emit(extend(outcome, { selectedShared })));
      return factory;
    };
    const fail = (error: unknown): never => {
      const how = recovered && recovered(error) ? { recovered: true } : { error };
      quietly(() => errorLoadShare.emit(extend(outcome, how)));
      throw error;
    };
    try {
      const { scope, get: fallback, shareConfig } = shareInfo;
      const request = Object.assign({}, asked, shareConfig, { fallback, shareScope: scope });
      const result = consumeShare(origin, request, (entry) => (selectedShared = entry as Shared));
      return typeof result === 'function' ? done(result) : result.then(done, fail);
    } catch (error) {
      return fail(error);
    }
  };
  return lifecycle === 'loadShareSync' || !beforeLoadShare.listeners.size
    ? run(event)
    : beforeLoadShare.emit(event).then(run);
}

/** Lets plugins replace the choice among the versions of one scope. */
export function overrideChoice(
  host: ModuleFederation,
  scope: string,
  request: ShareRequest,
  choice: ShareSelection | undefined,
): ShareSelection | undefined {
  const { sharedHandler, shareScopeMap } = host;
  const { resolveShare } = sharedHandler.hooks.lifecycle;
  if (!choice || !resolveShare.listeners.size) return choice;
  const own = { shared: choice.entry as Shared, useTreesShaking: false };
  const { resolver } = resolveShare.emit({
    shareScopeMap,
    scope,
    pkgName: request.shareKey,
    version: choice.version,
    shareInfo: infoOf(host, request),
    GlobalFederation: federationGlobal(),
    resolver: () => own,
  });
  const given = resolver();
  if (given === own) return choice;
  return given && { version: given.shared.version, entry: given.shared, satisfied: true };
}

/** Puts an entry into a scope, as plugins want it. */
export function registerObserved(
  origin: ModuleFederation,
  { scope, key: pkgName }: { scope: string; key: string },
  entry: ShareEntry,
  put: (entry: ShareEntry) => void,
): void {
  const { shareScopeMap, sharedHandler } = origin;
  const { beforeRegisterShare, afterRegisterShare } = sharedHandler.hooks.lifecycle;
  const { shared } = beforeRegisterShare.emit({ pkgName, shared: entry as Shared, origin });
  const { version, shareConfig } = shared;
  const at = (): Shared | undefined => {
    const versions = scopeOf(shareScopeMap, scope)[layeredKey(pkgName, shareConfig.layer)];
    return versions && (versions[version] as Shared | undefined);
  };
  const previousShared = at();
  put(shared);
  afterRegisterShare.emit({
    pkgName,
    scope,
    shared,
    previousShared,
    registeredShared: at(),
    shareScopeMap,
    trigger: 'runtime',
    origin,
  });
}

/** What plugins are shown of a request. */
function infoOf({ name: from, strategy }: ModuleFederation, request: ShareRequest): Shared {
  const { shareScope, fallback, requiredVersion, singleton, strictVersion, layer } = request;
  return {
    version: '',
    get: fallback!,
    scope: toList(shareScope),
    from,
    strategy,
    useIn: [],
    deps: [],
    shareConfig: { requiredVersion, singleton, strictVersion, layer } as ShareConfig,
  };
}

function quietly(emit: () => void): void {
  try {
    emit();
  } catch (error) {
    console.warn(error);
  }
}
