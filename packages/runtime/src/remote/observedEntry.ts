import { type FederationError } from '../errors.ts';
import { between, extend } from '../hooks/between.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import type { Container } from '../protocol/container.ts';
import { loadingContainers } from '../protocol/globals.ts';
import type { EntrySource } from '../load/source.ts';
import type { RemoteSource } from '../protocol/tables.ts';
import { customOf } from './custom.ts';
import { loadContainer } from './entry.ts';

export interface EntryRequest {
  origin: ModuleFederation;
  remoteInfo: RemoteInfo;
  resourceContext: ResourceContext;
  /** Changes the URL of a retry. */
  getEntryUrl?: ((url: string) => string) | undefined;
}

/**
 * Loads the container of a remote; plugins may do it in place of the runtime, and are told how it went.
 * @param quiet set while a plugin handles a failure: it is not asked again
 */
export async function loadObservedEntry(
  { origin, remoteInfo, resourceContext, getEntryUrl }: EntryRequest,
  quiet?: boolean,
): Promise<Container> {
  const { loaderHook, remoteHandler } = origin;
  const { afterLoadEntry, loadEntryError } = loaderHook.lifecycle;
  const event = { origin, remoteInfo, resourceContext };
  let outcome = event;
  let told = false;
  const around = (load: () => Promise<Container>, uniqueKey: string): Promise<Container> => {
    told = true;
    const { loadEntry } = remoteHandler.hooks.lifecycle;
    const attempt = async (): Promise<Container> => {
      try {
        return (await loadEntry.emit(extend(event, { loaderHook }))) || (await load());
      } catch (error) {
        const { code, reason } = error as FederationError;
        // What threw while it ran would do so again.
        if (code !== 'RUNTIME-008' || reason === 'execution' || quiet) throw error;
        const given = await loadEntryError.emit({
          origin,
          remoteInfo,
          uniqueKey,
          globalLoading: loadingContainers(),
          getRemoteEntry: (request) => loadObservedEntry(extend(event, request), true),
        });
        const container = typeof given === 'function' ? await given() : given;
        if (!container) throw error;
        Object.assign((outcome = extend(event, {})), { error, recovered: true });
        return container;
      }
    };
    const after = { emit: (how: object) => afterLoadEntry.emit(extend(outcome, how) as never) };
    return between(after as typeof afterLoadEntry, {}, 'remoteEntryExports', attempt);
  };
  const custom = customOf(origin, remoteInfo, resourceContext);
  const container = await loadContainer(sourcesOf(remoteInfo, getEntryUrl), { custom, around });
  // Another instance had asked for it before.
  if (!told) await afterLoadEntry.emit(extend(event, { remoteEntryExports: container }));
  return container;
}

/** Where a remote is looked for, in order. */
export function sourcesOf(
  { entryGlobalName, entry, type, from, fallbacks = [] }: RemoteInfo,
  getEntryUrl?: (url: string) => string,
): RemoteSource[] {
  const first: EntrySource = {
    name: entryGlobalName,
    entry: getEntryUrl ? getEntryUrl(entry) : entry,
    type: sourceType(type),
  };
  if (from) first.from = from;
  // An empty one is refused.
  return (entry || !fallbacks.length ? [first as RemoteSource] : []).concat(fallbacks);
}

function sourceType(type: string): RemoteSource['type'] {
  return type === 'module' || type === 'esm' ? 'module' : type === 'system' ? 'system' : 'script';
}
