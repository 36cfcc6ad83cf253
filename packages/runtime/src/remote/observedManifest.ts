import { fetchJson, resolveUrl } from '#load';
import { federationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { emit, extend, filter, observe, recover, told } from '../hooks/observe.ts';
import type { SnapshotEvent } from '../hooks/snapshotEvents.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadFailure } from '../load/failure.ts';
import type { RemoteInfo } from '../options.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { again } from './again.ts';
import { customOf } from './custom.ts';
import { type About, explain } from './entry.ts';
import { missingField, retryUrl } from './manifest.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * Loads a manifest as a snapshot, once for all who ask at the same time.
 * @param event what plugins are told of the search
 * @throws RUNTIME-003, RUNTIME-013, ENTRY_URL_REFUSED
 */
export function loadManifest(
  origin: ModuleFederation,
  remote: RemoteInfo,
  entry: string,
  event: SnapshotEvent,
): Promise<Snapshot> {
  const { __MANIFEST_LOADING__: loading } = federationGlobal();
  const url = resolveUrl(entry);
  const load = (loading[url] = loading[url] || loadOnce(origin, remote, entry, event));
  const forget = (): void => {
    if (loading[url] === load) delete loading[url];
  };
  load.then(forget, forget);
  return load as Promise<Snapshot>;
}

async function loadOnce(
  origin: ModuleFederation,
  remote: RemoteInfo,
  entry: string,
  search: SnapshotEvent,
): Promise<Snapshot> {
  const manifestUrl = resolveUrl(entry);
  const epoch = told(() => origin.epoch);
  const known = told(() => origin.snapshotHandler.manifestCache.get(manifestUrl));
  const event = told(() => extend(search, { manifestUrl }));
  if (__PLUGINS__ && !known) await emit(origin, 'beforeLoadManifest', event);
  const outcome = told(() => extend(event, known && { cached: true }));
  const url = manifestUrl || entry;
  const about: About = { remote: remote.entryGlobalName, url, phase: 'manifest' };
  const check = (manifest: Manifest): Manifest => {
    const detail = missingField(manifest);
    if (detail) throw federationError('RUNTIME-013', extend(about, { detail }));
    return manifest;
  };
  const request = async (): Promise<Manifest> => {
    try {
      if (!manifestUrl) {
        throw federationError(
          'ENTRY_URL_REFUSED',
          Object.assign(about, { reason: 'refused' as const }),
        );
      }
      const resource = { resourceType: 'manifest' } as const;
      const context = told<ResourceContext>(() => extend(search.resourceOptions, resource));
      const custom = customOf(origin, remote, context);
      const target = again.has(url) ? retryUrl(url) : url;
      return check((await fetchJson(target, custom)) as Manifest);
    } catch (failure) {
      again.add(url);
      const error = explain(about, failure as LoadFailure);
      if (!__PLUGINS__) throw error;
      const stand = await recover(origin, 'afterResolve', error, { id: manifestUrl, remote });
      Object.assign(outcome, { error, recovered: true });
      return check(stand as Manifest);
    }
  };
  const ask = (): Manifest | Promise<Manifest> => known || request();
  const manifestJson = await observe(origin, ['afterLoadManifest', 'manifestJson'], outcome, ask);
  const remoteSnapshot = snapshotOf(manifestJson, manifestUrl);
  if (!__PLUGINS__) return remoteSnapshot;
  if (epoch === origin.epoch) origin.snapshotHandler.manifestCache.set(manifestUrl, manifestJson);
  const found = extend(event, { manifestJson, from: 'manifest' as const });
  return (await filter(origin, 'loadRemoteSnapshot', { remoteSnapshot }, found)).remoteSnapshot;
}
