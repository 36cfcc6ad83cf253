import { type FederationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { emit, extend, observe, told } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import type { Container } from '../protocol/container.ts';
import { loadingContainers } from '../protocol/globals.ts';
import { customOf } from './custom.ts';
import { loadOnce } from './entry.ts';
import { sourceOf } from './info.ts';
import { locate } from './locate.ts';

export interface EntryRequest {
  origin: ModuleFederation;
  remoteInfo: RemoteInfo;
  resourceContext: ResourceContext;
  /** The container, where it is there already. */
  remoteEntryExports?: Container | undefined;
  /** Changes the URL of a retry. */
  getEntryUrl?: ((url: string) => string) | undefined;
}

/** Loads the container of a remote, or the first of its fallbacks that answers; its info becomes that of the fallback. */
export async function loadFirst(request: EntryRequest): Promise<Container> {
  const { origin, remoteInfo, resourceContext } = request;
  try {
    return await loadObservedEntry(request);
  } catch (error) {
    const [next, ...fallbacks] = remoteInfo.fallbacks || [];
    if (!next) throw error;
    const { name: entryGlobalName, entry, type } = next;
    const place = { entryGlobalName, entry, type, from: undefined, version: undefined, fallbacks };
    // Others may be waiting for the same remote, and for its first source still.
    const info = extend(remoteInfo, place);
    await locate(origin, __PLUGINS__ ? extend(info, {}) : info, info, resourceContext);
    const container = await loadFirst(extend(request, { remoteInfo: info }));
    Object.assign(remoteInfo, info);
    return container;
  }
}

/**
 * Loads the container of a remote; plugins may do it in place of the runtime, and are told how it went.
 * @param quiet set while a plugin handles a failure: it is not asked again
 */
async function loadObservedEntry(request: EntryRequest, quiet?: boolean): Promise<Container> {
  const { origin, remoteInfo, resourceContext, remoteEntryExports } = request;
  const loaderHook = told(() => origin.loaderHook);
  const event = told(() => ({ origin, loaderHook, remoteInfo, resourceContext }));
  const around = async (load: () => Promise<Container>, uniqueKey: string): Promise<Container> => {
    try {
      return (await emit(origin, 'loadEntry', event)) || (await load());
    } catch (error) {
      const { code, reason } = error as FederationError;
      // What threw while it ran would do so again.
      if (code !== 'RUNTIME-008' || reason === 'execution' || quiet) throw error;
      const given = await emit(
        origin,
        'loadEntryError',
        extend(event, {
          uniqueKey,
          globalLoading: loadingContainers(),
          getRemoteEntry: (retry: object) => loadObservedEntry(extend(event, retry), true),
        }),
      );
      const container = typeof given === 'function' ? await given() : given;
      if (!container) throw error;
      Object.assign(event, { error, recovered: true });
      return container;
    }
  };
  const known = remoteEntryExports && { cached: true };
  const custom = customOf(origin, remoteInfo, resourceContext);
  const source = sourceOf(remoteInfo);
  if (__PLUGINS__ && request.getEntryUrl) source.entry = request.getEntryUrl(source.entry);
  return observe(
    origin,
    ['afterLoadEntry', 'remoteEntryExports'],
    __PLUGINS__ ? Object.assign(event, known) : event,
    () => remoteEntryExports || loadOnce(source, __PLUGINS__ ? { custom, around } : { custom }),
  );
}
