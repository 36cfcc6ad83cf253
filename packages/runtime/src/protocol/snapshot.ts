import type { ManifestAssets } from './manifest.ts';

/**
 * What the page knows about one app, as `__FEDERATION__.moduleInfo` lists it under `name`, `name:version` or
 * `name:<URL of its manifest>`. A deployment service may write it into the page before any app runs.
 */
export interface Snapshot {
  version?: string;
  buildVersion?: string;
  globalName?: string;
  /** Path of the remote entry below the public path, or the URL of a manifest. */
  remoteEntry?: string;
  remoteEntryType?: string;
  ssrRemoteEntry?: string;
  ssrRemoteEntryType?: string;
  remoteTypes?: string;
  remoteTypesZip?: string;
  remoteTypesAPI?: string;
  /** By container name: the version, or the URL of the entry. */
  remotesInfo?: Record<string, { matchedVersion: string }>;
  shared?: { sharedName: string; version: string; assets: ManifestAssets; usedExports: string[] }[];
  modules?: { moduleName: string; modulePath: string; assets: ManifestAssets }[];
  publicPath?: string;
  ssrPublicPath?: string;
}

export type GlobalSnapshot = Record<string, Snapshot>;
