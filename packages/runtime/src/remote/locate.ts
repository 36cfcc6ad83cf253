import { onServer, resolveUrl } from '#load';
import { federationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { emit, extend, filter, told } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { Options, Remote, RemoteInfo } from '../options.ts';
import { federationGlobal } from '../protocol/globals.ts';
import { isManifest } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import { again } from './again.ts';
import { forgetContainer } from './entry.ts';
import { infoOf, sourceOf } from './info.ts';
import { loadManifest } from './observedManifest.ts';
import { findSnapshot } from './snapshot.ts';

/** What the page knows of its apps. */
export function globalSnapshots(): GlobalSnapshot {
  return federationGlobal().moduleInfo as GlobalSnapshot;
}

/**
 * Finds the entry of a remote that names a manifest or a version, and writes it into `info`. What is down is left to
 * the fallbacks, where there are any.
 * @returns what is known of the remote; nothing where its entry itself is
 * @throws RUNTIME-003 and 013 for the manifest, RUNTIME-007 when nothing is known of the version, RUNTIME-011 when what
 * is known names no entry
 */
export async function locate(
  origin: ModuleFederation,
  moduleInfo: Remote,
  info: RemoteInfo,
  resourceOptions: Pick<ResourceContext, 'initiator' | 'id'>,
): Promise<Snapshot | undefined> {
  const { name, version, entry } = moduleInfo;
  if (entry && !isManifest(entry)) return undefined;
  const { epoch, options } = origin;
  const id = told(() => resourceOptions.id);
  const event = told(() => ({ options, moduleInfo, origin, host: origin, id, resourceOptions }));
  const globalSnapshot = globalSnapshots();
  try {
    if (__PLUGINS__) await emit(origin, 'beforeLoadRemoteSnapshot', event);
    const hostGlobalSnapshot = noteRemote(globalSnapshot, options, moduleInfo);
    let remoteSnapshot = findSnapshot(globalSnapshot, name, version || entry);
    if (__PLUGINS__) {
      const known = extend(event, { hostGlobalSnapshot, globalSnapshot });
      ({ remoteSnapshot } = await filter(origin, 'loadSnapshot', { remoteSnapshot }, known));
    }
    const place = (remoteSnapshot ? remoteSnapshot.remoteEntry : entry) || '';
    if (isManifest(place)) {
      remoteSnapshot = await loadManifest(origin, info, place, event);
      // Else it is that of a remote that was let go.
      if (epoch === origin.epoch) globalSnapshot[name + ':' + place] = remoteSnapshot;
    } else if (!remoteSnapshot) {
      throw federationError('RUNTIME-007', { remote: name, version: version || '' });
    } else if (__PLUGINS__) {
      const found = extend(event, { from: 'global' as const });
      ({ remoteSnapshot } = await filter(origin, 'loadRemoteSnapshot', { remoteSnapshot }, found));
    }
    if (__PLUGINS__) {
      ({ remoteSnapshot } = await filter(origin, 'afterLoadSnapshot', { remoteSnapshot }, event));
    }
    assignEntry(info, remoteSnapshot);
    return remoteSnapshot;
  } catch (error) {
    if (!(info.fallbacks || []).length) throw error;
    info.entry = '';
    return undefined;
  }
}

/** Makes the next request look for a remote again, its entry included: its files may be those of an older build. */
export function forgetRemote(host: ModuleFederation, remote: Remote): void {
  const { name } = remote;
  const info = infoOf(remote);
  const module = host.moduleCache.get(name);
  host.moduleCache.delete(name);
  if (module && module.remoteEntryExports) forgetContainer(sourceOf(module.remoteInfo));
  for (const { entry } of ([info] as { entry: string }[]).concat(info.fallbacks || [])) {
    if (!isManifest(entry)) continue;
    const url = resolveUrl(entry);
    delete globalSnapshots()[name + ':' + entry];
    delete federationGlobal().__MANIFEST_LOADING__[url];
    if (__PLUGINS__) host.snapshotHandler.manifestCache.delete(url);
    again.add(url);
  }
}

/** Tools read from the page which version of a remote the host uses. */
function noteRemote(
  snapshots: GlobalSnapshot,
  { name, version = '' }: Options,
  remote: Remote,
): Snapshot {
  const host =
    findSnapshot(snapshots, name, version) || (snapshots[name] = { version, remoteEntry: '' });
  const matchedVersion = remote.version || remote.entry || '';
  host.remotesInfo = extend({ [remote.name]: { matchedVersion } }, host.remotesInfo);
  return host;
}

function assignEntry(info: RemoteInfo, snapshot: Snapshot): void {
  const { version, buildVersion, globalName } = snapshot;
  const server = onServer && snapshot.ssrRemoteEntry;
  const path = server || snapshot.remoteEntry;
  if (!path) throw federationError('RUNTIME-011', { remote: info.name });
  const from = version && isManifest(version) ? version : undefined;
  const folder = (server && snapshot.ssrPublicPath) || snapshot.publicPath || '.';
  const base = resolveUrl(folder, from);
  const type = server ? snapshot.ssrRemoteEntryType : snapshot.remoteEntryType;
  Object.assign(
    info,
    { entry: base && resolveUrl(path, base), from, version, buildVersion },
    type && { type },
    globalName && { entryGlobalName: globalName },
  );
}
