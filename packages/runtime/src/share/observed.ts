import type { Hook, Listener } from '../hooks/Hook.ts';
import type { ModuleFederation } from '../host.ts';
import type { Shared, ShareLoadContext } from '../options.ts';
import type { ModuleFactory, ShareEntry } from '../protocol/container.ts';
import { federationGlobal } from '../protocol/globals.ts';
import { consumeShare } from './consume.ts';
import type { ShareRequest } from './find.ts';
import { entryOf, layeredKey, type Provided, scopeOf, toList } from './provide.ts';
import type { ShareSelection } from './select.ts';

/** How a share was asked for. */
export interface ShareCause {
  lifecycle: 'loadShare' | 'loadShareSync';
  loadContext?: ShareLoadContext | undefined;
  /** Who asks has a way out when nobody provides it. */
  recovers?: boolean;
}

/**
 * A shared module, under the eyes of the plugins: there at once where it would be without them, unless one listens to
 * `beforeLoadShare`.
 */
export function consumeObserved(
  origin: ModuleFederation,
  asked: ShareRequest,
  cause: ShareCause,
): ModuleFactory | Promise<ModuleFactory> {
  return __PLUGINS__ ? consumeTold(origin, asked, cause) : consumeShare(origin, asked);
}

function consumeTold(
  origin: ModuleFederation,
  asked: ShareRequest,
  { lifecycle, loadContext, recovers }: ShareCause,
): ModuleFactory | Promise<ModuleFactory> {
  const { events, shareScopeMap, options } = origin;
  const event = {
    pkgName: asked.shareKey,
    shareInfo: infoOf(origin, asked),
    shared: options.shared,
    origin,
    loadContext,
  };
  const run = ({
    shareInfo = event.shareInfo,
  }: {
    shareInfo?: Partial<Shared> | undefined;
  }): ModuleFactory | Promise<ModuleFactory> => {
    const outcome: object = Object.assign({}, event, { shareInfo, shareScopeMap, lifecycle });
    const tell = (hook: Hook<'sync', Listener>, how: object): void => {
      try {
        hook.emit(Object.assign(outcome, how));
      } catch (error) {
        console.warn(error);
      }
    };
    let selectedShared: ShareEntry;
    const done = (factory: ModuleFactory): ModuleFactory => {
      tell(events.afterLoadShare, { selectedShared });
      return factory;
    };
    const fail = (error: unknown): never => {
      const recovered = recovers && isUnprovided(error, asked);
      tell(events.errorLoadShare, recovered ? { recovered } : { error });
      throw error;
    };
    try {
      const { scope: shareScope, get: fallback, shareConfig } = shareInfo;
      const request = Object.assign({}, asked, shareConfig, { fallback, shareScope });
      const result = consumeShare(origin, request, (entry) => (selectedShared = entry));
      return typeof result === 'function' ? done(result) : result.then(done, fail);
    } catch (error) {
      return fail(error);
    }
  };
  return lifecycle === 'loadShareSync' || !events.beforeLoadShare.listeners.size
    ? run(event)
    : events.beforeLoadShare.emit(event).then(run);
}

/** Whether a share could not be had because nobody provides it, or no version that will do for what is no singleton. */
export function isUnprovided(error: unknown, request: ShareRequest): boolean {
  const { code } = error as { code: unknown };
  return code === 'RUNTIME-012' || (code === 'SHARE-001' && !request.singleton);
}

/** Lets plugins replace the choice among the versions of one scope. */
export function overrideChoice(
  this: ModuleFederation,
  scope: string,
  request: ShareRequest,
  choice: ShareSelection | undefined,
): ShareSelection | undefined {
  const { resolveShare } = this.events;
  if (!choice || !resolveShare.listeners.size) return choice;
  const own = { shared: choice.entry as Shared, useTreesShaking: false };
  const { resolver } = resolveShare.emit({
    shareScopeMap: this.shareScopeMap,
    scope,
    pkgName: request.shareKey,
    version: choice.version,
    shareInfo: infoOf(this, request),
    GlobalFederation: federationGlobal(),
    resolver: () => own,
  });
  const given = resolver();
  if (!given || given === own) return choice;
  // Plugins written for older runtimes return the entry itself.
  const { shared: entry = given as object as Shared } = given;
  return { version: entry.version, entry, satisfied: true };
}

/** Puts an entry into a scope, as plugins want it. */
export function registerObserved(
  this: ModuleFederation,
  { scope, key: pkgName }: { scope: string; key: string },
  entry: ShareEntry,
  put: (entry: ShareEntry) => void,
): void {
  const { shareScopeMap, events } = this;
  const event = { pkgName, shared: entry as Shared, origin: this };
  const { shared } = events.beforeRegisterShare.emit(event);
  const at = (): Shared | undefined => {
    const versions = scopeOf(shareScopeMap, scope)[layeredKey(pkgName, shared.shareConfig.layer)];
    return versions && (versions[shared.version] as Shared | undefined);
  };
  const previousShared = at();
  put(shared);
  events.afterRegisterShare.emit(
    Object.assign(event, {
      scope,
      shared,
      previousShared,
      registeredShared: at(),
      shareScopeMap,
      trigger: 'runtime' as const,
    }),
  );
}

/** What plugins are shown of a request. */
function infoOf(host: ModuleFederation, request: ShareRequest): Shared {
  const { fallback: factory, shareScope } = request;
  const data = Object.assign({ version: '', factory }, request) as unknown as Provided;
  return entryOf(host, toList(shareScope), data) as Shared;
}
