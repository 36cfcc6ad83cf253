import { fetchJson, inBrowser, resolveUrl } from '#load';
import { federationError, isFederationError } from '../errors.ts';
import { between, extend } from '../hooks/between.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadFailure } from '../load/failure.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import { federationGlobal } from '../protocol/globals.ts';
import { isManifest, type Manifest } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import { customOf } from './custom.ts';
import { type About, explain } from './entry.ts';
import { missingField, retryUrl } from './manifest.ts';
import { findSnapshot, snapshotOf } from './snapshot.ts';

type Initiator = Pick<ResourceContext, 'initiator' | 'id'>;

/** Whether the entry itself is known. */
export function isLocated({ entry }: { entry?: string | undefined }): boolean {
  return !!entry && !isManifest(entry);
}

/** What the page knows of its apps. */
export function globalSnapshots(): GlobalSnapshot {
  return federationGlobal().moduleInfo as GlobalSnapshot;
}

/**
 * Finds the entry of a remote that names a manifest or a version, and writes it into `info`.
 * @throws RUNTIME-003 and 013 for the manifest, RUNTIME-007 when nothing is known of the version, RUNTIME-011 when what
 * is known names no entry
 */
export async function locate(
  origin: ModuleFederation,
  moduleInfo: Remote,
  info: RemoteInfo,
  initiator: Initiator,
): Promise<Snapshot> {
  const { options, snapshotHandler } = origin;
  const hooks = snapshotHandler.hooks.lifecycle;
  const event = { options, moduleInfo };
  const { name, version, entry } = moduleInfo;
  const globalSnapshot = globalSnapshots();
  await hooks.beforeLoadRemoteSnapshot.emit(extend(event, { origin }));
  const hostGlobalSnapshot = noteRemote(globalSnapshot, origin, moduleInfo);
  const known = findSnapshot(globalSnapshot, name, version || entry);
  const answer = extend(event, { hostGlobalSnapshot, globalSnapshot, remoteSnapshot: known });
  let { remoteSnapshot } = await hooks.loadSnapshot.emit(answer);
  const place = (remoteSnapshot ? remoteSnapshot.remoteEntry : entry) || '';
  if (isManifest(place)) {
    const manifestUrl = resolveUrl(place);
    const { __MANIFEST_LOADING__: loading } = federationGlobal();
    const request = { manifestUrl, resourceOptions: initiator };
    if (!loading[manifestUrl]) {
      const forget = (): void => void delete loading[manifestUrl];
      const loaded = loadManifest(origin, moduleInfo, info, request);
      (loading[manifestUrl] = loaded).then(forget, forget);
    }
    remoteSnapshot = (await loading[manifestUrl]) as Snapshot;
    globalSnapshot[name + ':' + place] = remoteSnapshot;
  } else if (remoteSnapshot) {
    const found = extend(event, { remoteSnapshot, from: 'global' as const });
    ({ remoteSnapshot } = await hooks.loadRemoteSnapshot.emit(found));
  } else {
    throw federationError('RUNTIME-007', { remote: name, version: version || '' });
  }
  const { id } = initiator;
  const loaded = extend(event, { id, host: origin, remoteSnapshot });
  ({ remoteSnapshot } = await hooks.afterLoadSnapshot.emit(loaded));
  assignEntry(info, remoteSnapshot);
  return remoteSnapshot;
}

/** Makes the next request look for the entry again: its files may be those of an older build. */
export function forgetLocation(host: ModuleFederation, { name, entry }: Remote): void {
  if (!entry || isLocated({ entry })) return;
  const url = resolveUrl(entry);
  delete globalSnapshots()[name + ':' + entry];
  host.snapshotHandler.manifestCache.delete(url);
  again.add(url);
}

/** Manifests that must be requested again. */
const again = /* @__PURE__ */ new Set<string>();

/** Tools read from the page which version of a remote the host uses. */
function noteRemote(
  snapshots: GlobalSnapshot,
  { options }: ModuleFederation,
  remote: Remote,
): Snapshot {
  const { name, version = '' } = options;
  const host =
    findSnapshot(snapshots, name, version) ||
    (snapshots[name] = { version, remoteEntry: '', remotesInfo: {} });
  const remotesInfo = (host.remotesInfo = host.remotesInfo || {});
  const matchedVersion = remote.version || remote.entry || '';
  remotesInfo[remote.name] = remotesInfo[remote.name] || { matchedVersion };
  return host;
}

interface ManifestRequest {
  manifestUrl: string;
  resourceOptions: Initiator;
}

async function loadManifest(
  origin: ModuleFederation,
  moduleInfo: Remote,
  info: RemoteInfo,
  request: ManifestRequest,
): Promise<Snapshot> {
  const { options, snapshotHandler } = origin;
  const { manifestCache, hooks } = snapshotHandler;
  const { beforeLoadManifest, afterLoadManifest, loadRemoteSnapshot } = hooks.lifecycle;
  const { manifestUrl } = request;
  const event = extend(request, { moduleInfo, origin });
  let manifestJson = manifestCache.get(manifestUrl);
  if (manifestJson) {
    await afterLoadManifest.emit(extend(event, { manifestJson, cached: true }));
  } else {
    await beforeLoadManifest.emit(event);
    const after = extend(event, {});
    manifestJson = await between(afterLoadManifest, after, 'manifestJson', () =>
      requestManifest(origin, info, request, after),
    );
    manifestCache.set(manifestUrl, manifestJson);
  }
  const found = {
    options,
    moduleInfo,
    manifestJson,
    manifestUrl,
    remoteSnapshot: snapshotOf(manifestJson, manifestUrl),
    from: 'manifest' as const,
  };
  return (await loadRemoteSnapshot.emit(found)).remoteSnapshot;
}

/** @param outcome told of a failure that a plugin stood in for */
async function requestManifest(
  origin: ModuleFederation,
  remote: RemoteInfo,
  { manifestUrl, resourceOptions }: ManifestRequest,
  outcome: object,
): Promise<Manifest> {
  const { errorLoadRemote } = origin.remoteHandler.hooks.lifecycle;
  const { entryGlobalName, entry } = remote;
  const about: About = { remote: entryGlobalName, url: manifestUrl || entry, phase: 'manifest' };
  const tell = (error: unknown): Promise<unknown> =>
    errorLoadRemote.emit({
      id: manifestUrl,
      from: 'runtime',
      lifecycle: 'afterResolve',
      error,
      remote,
      origin,
    });
  const resource = extend(resourceOptions, { resourceType: 'manifest' as const });
  let manifest: Manifest | undefined;
  try {
    if (!manifestUrl) {
      throw federationError('ENTRY_URL_REFUSED', extend(about, { reason: 'refused' as const }));
    }
    const custom = customOf(origin, remote, resource);
    const url = again.has(manifestUrl) ? retryUrl(manifestUrl) : manifestUrl;
    manifest = (await fetchJson(url, custom)) as Manifest;
  } catch (error) {
    again.add(manifestUrl);
    manifest = (await tell(error)) as Manifest | undefined;
    Object.assign(outcome, { error, recovered: true });
    if (!manifest) throw isFederationError(error) ? error : explain(about, error as LoadFailure);
  }
  const detail = missingField(manifest);
  if (!detail) return manifest;
  again.add(manifestUrl);
  const error = federationError('RUNTIME-013', Object.assign(about, { detail }));
  await tell(error);
  throw error;
}

function assignEntry(info: RemoteInfo, snapshot: Snapshot): void {
  const { ssrRemoteEntry, version, publicPath, ssrPublicPath } = snapshot;
  const server = !inBrowser && ssrRemoteEntry;
  const path = server || snapshot.remoteEntry;
  if (!path) throw federationError('RUNTIME-011', { remote: info.name });
  const from = version && isManifest(version) ? version : undefined;
  const base = resolveUrl((server && ssrPublicPath) || publicPath || '.', from);
  info.entry = base && resolveUrl(path, base);
  info.type = (server ? snapshot.ssrRemoteEntryType : snapshot.remoteEntryType) || info.type;
  info.entryGlobalName = snapshot.globalName || info.entryGlobalName;
  info.from = from;
  info.version = version;
  info.buildVersion = snapshot.buildVersion;
}
