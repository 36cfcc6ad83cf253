import { fetchJson, resolveUrl } from '#load';
import { federationError } from '../errors.ts';
import { extend, observe, recover } from '../hooks/observe.ts';
import type { SnapshotEvent } from '../hooks/snapshotEvents.ts';
import type { LoadFailure } from '../load/failure.ts';
import type { RemoteInfo } from '../options.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { customOf } from './custom.ts';
import { type About, explain } from './entry.ts';
import { missingField, retryUrl } from './manifest.ts';
import { snapshotOf } from './snapshot.ts';

/** Manifests that must be requested again. */
export const again: Set<string> = /* @__PURE__ */ new Set();

/** Loads a manifest as a snapshot, once for all who ask at the same time. @throws RUNTIME-003, RUNTIME-013, ENTRY_URL_REFUSED */
export function loadManifest(
  event: SnapshotEvent,
  remote: RemoteInfo,
  entry: string,
): Promise<Snapshot> {
  const { __MANIFEST_LOADING__: loading } = federationGlobal();
  const manifestUrl = resolveUrl(entry);
  const forget = (): void => void delete loading[manifestUrl];
  if (!loading[manifestUrl]) {
    const loaded = loadOnce(extend(event, { manifestUrl }), remote, entry);
    (loading[manifestUrl] = loaded).then(forget, forget);
  }
  return loading[manifestUrl] as Promise<Snapshot>;
}

async function loadOnce(
  event: SnapshotEvent & { manifestUrl: string },
  remote: RemoteInfo,
  entry: string,
): Promise<Snapshot> {
  const { origin, manifestUrl, resourceOptions } = event;
  const { events, snapshotHandler } = origin;
  const known = snapshotHandler.manifestCache.get(manifestUrl);
  if (!known) await events.beforeLoadManifest.emit(event);
  const outcome = extend(event, known && { cached: true });
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
        throw federationError('ENTRY_URL_REFUSED', extend(about, { reason: 'refused' as const }));
      }
      const resource = extend(resourceOptions, { resourceType: 'manifest' as const });
      const target = again.has(url) ? retryUrl(url) : url;
      return check((await fetchJson(target, customOf(origin, remote, resource))) as Manifest);
    } catch (failure) {
      again.add(url);
      const error = explain(about, failure as LoadFailure);
      const stand = await recover(origin, 'afterResolve', error, { id: manifestUrl, remote });
      Object.assign(outcome, { error, recovered: true });
      return check(stand as Manifest);
    }
  };
  const { afterLoadManifest, loadRemoteSnapshot } = events;
  const ask = (): Manifest | Promise<Manifest> => known || request();
  const manifestJson = await observe(afterLoadManifest, outcome, 'manifestJson', ask);
  snapshotHandler.manifestCache.set(manifestUrl, manifestJson);
  const remoteSnapshot = snapshotOf(manifestJson, manifestUrl);
  const found = extend(event, { manifestJson, remoteSnapshot, from: 'manifest' as const });
  return (await loadRemoteSnapshot.emit(found)).remoteSnapshot;
}
