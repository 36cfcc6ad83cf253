import { own } from '../own.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';

/** What a manifest says, as a snapshot. @param url of the manifest */
export function snapshotOf(manifest: Manifest, url: string): Snapshot {
  const { metaData, shared, exposes } = manifest;
  const { buildInfo, globalName, remoteEntry, types, publicPath } = metaData;
  const remotesInfo: NonNullable<Snapshot['remotesInfo']> = Object.create(null);
  for (const { federationContainerName, entry } of manifest.remotes || []) {
    remotesInfo[federationContainerName] = { matchedVersion: entry };
  }
  const snapshot: Snapshot = {
    version: url,
    globalName,
    remoteEntry: join(remoteEntry.path, remoteEntry.name),
    remoteEntryType: remoteEntry.type,
    remotesInfo,
    publicPath: publicPath && publicPath !== 'auto' ? publicPath : folderOf(url),
    shared: (shared || []).map(({ name, version, assets }) => ({
      sharedName: name,
      version,
      assets,
      usedExports: [],
    })),
    modules: (exposes || []).map(({ name, path, assets }) => ({
      moduleName: name,
      modulePath: path,
      assets,
    })),
  };
  if (buildInfo) snapshot.buildVersion = buildInfo.buildVersion;
  if (types) {
    snapshot.remoteTypes = join(types.path, types.name);
    snapshot.remoteTypesZip = types.zip;
    snapshot.remoteTypesAPI = types.api;
  }
  const { ssrRemoteEntry, ssrPublicPath } = metaData as Partial<ServerMetaData>;
  if (ssrRemoteEntry) {
    snapshot.ssrRemoteEntry = join(ssrRemoteEntry.path, ssrRemoteEntry.name);
    snapshot.ssrRemoteEntryType = ssrRemoteEntry.type || 'commonjs-module';
  }
  if (ssrPublicPath) snapshot.ssrPublicPath = ssrPublicPath;
  return snapshot;
}

/** Written by tools that merge the manifest of the server's build in. */
interface ServerMetaData {
  ssrRemoteEntry: { name: string; path: string; type?: string };
  ssrPublicPath: string;
}

/** What the page knows of an app: under `name:version`, or under its name if that is of the version. */
export function findSnapshot(
  snapshots: GlobalSnapshot,
  name: string,
  version: string | undefined,
): Snapshot | undefined {
  const exact = lookUp(snapshots, version ? name + ':' + version : name);
  if (exact || !version) return exact;
  const plain = lookUp(snapshots, name);
  return plain && plain.version === version ? plain : undefined;
}

/** Keys may start with a type: `app:shop:1.0.0`. */
function lookUp(snapshots: GlobalSnapshot, key: string): Snapshot | undefined {
  const typed = (): string | undefined =>
    Object.keys(snapshots).find((other) => other.slice(other.indexOf(':') + 1) === key);
  return own(snapshots, key) || own(snapshots, typed() || '');
}

function join(path: string, name: string): string {
  const folder = (path || '').replace(/^\.?\/?|\/$/g, '');
  return folder ? folder + '/' + name : name;
}

function folderOf(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
}
