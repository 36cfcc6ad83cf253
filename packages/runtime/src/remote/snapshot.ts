import { onServer, resolveUrl } from '#load';
import { extend } from '../hooks/observe.ts';
import { own } from '../own.ts';
import { assetPath } from './manifest.ts';
import type { Manifest, ManifestMetaData } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';

/** Written by tools that merge the manifest of the server's build in. */
interface ServerMetaData {
  ssrRemoteEntry: { name: string; path: string; type?: string };
  ssrPublicPath: string;
}

/** What a manifest says, as a snapshot: its own fields stay where a snapshot has none of the name. @param url of the manifest */
export function snapshotOf(manifest: Manifest, url: string): Snapshot {
  const { metaData, remotes, shared, exposes } = manifest;
  const { buildInfo, remoteEntry, types, publicPath, ssrRemoteEntry } = metaData as Partial<
    ManifestMetaData & ServerMetaData
  >;
  const remotesInfo: NonNullable<Snapshot['remotesInfo']> = Object.create(null);
  for (const { federationContainerName, entry } of remotes || []) {
    remotesInfo[federationContainerName] = { matchedVersion: entry };
  }
  return Object.assign(
    {},
    metaData,
    {
      version: url,
      remoteEntry: assetPath(remoteEntry!),
      remoteEntryType: remoteEntry!.type,
      remotesInfo,
      publicPath: publicPath && publicPath !== 'auto' ? publicPath : resolveUrl('.', url),
      shared: shared.map((share) => extend(share, { sharedName: share.name, usedExports: [] })),
      modules: exposes.map((one) => extend(one, { moduleName: one.name, modulePath: one.path })),
    },
    buildInfo && { buildVersion: buildInfo.buildVersion },
    // Only plugins look for them.
    __PLUGINS__ &&
      types && {
        remoteTypes: assetPath(types),
        remoteTypesZip: types.zip,
        remoteTypesAPI: types.api,
      },
    (__PLUGINS__ || onServer) &&
      ssrRemoteEntry && {
        ssrRemoteEntry: assetPath(ssrRemoteEntry),
        ssrRemoteEntryType: ssrRemoteEntry.type || 'commonjs-module',
      },
  );
}

/**
 * What the page knows of an app: under `name:version`, or under its name if that is of the version. Keys may start
 * with a type: `app:shop:1.0.0`.
 */
export function findSnapshot(
  snapshots: GlobalSnapshot,
  name: string,
  version: string | undefined,
): Snapshot | undefined {
  const find = (key: string): Snapshot | undefined => {
    const isTyped = (other: string): boolean => other.slice(other.indexOf(':') + 1) === key;
    return own(snapshots, key) || own(snapshots, Object.keys(snapshots).find(isTyped)!);
  };
  const plain = find(name);
  if (!version) return plain;
  return find(name + ':' + version) || (plain && plain.version === version ? plain : undefined);
}
