/** Whether an entry is the URL of a manifest. */
export function isManifest(entry: string): boolean {
  return /^[^?#]+\.json([?#]|$)/.test(entry);
}

export interface ManifestAssets {
  js: { sync: string[]; async: string[] };
  css: { sync: string[]; async: string[] };
}

export interface ManifestRemoteEntry {
  name: string;
  path: string;
  /** Library type of the container: `var`, `global`, `module`, `commonjs-module`, … */
  type: string;
}

export interface ManifestBuildInfo {
  buildVersion: string;
  buildName: string;
}

export interface ManifestMetaData {
  name: string;
  type: 'app' | 'npm';
  buildInfo: ManifestBuildInfo;
  remoteEntry: ManifestRemoteEntry;
  types: { path: string; name: string; zip: string; api: string };
  globalName: string;
  pluginVersion: string;
  /** `auto`: the folder of the manifest. */
  publicPath?: string;
}

export interface ManifestShared {
  id: string;
  name: string;
  version: string;
  /** Only where the option was set. */
  singleton?: boolean;
  requiredVersion: string;
  assets: ManifestAssets;
  fallback: string;
}

export interface ManifestRemote {
  federationContainerName: string;
  /** Module part of the request without `./`; `UNKNOWN` when nothing imports the remote. */
  moduleName: string;
  alias: string;
  entry: string;
}

export interface ManifestExpose {
  id: string;
  /** Key without `./`. */
  name: string;
  /** Key. */
  path: string;
  assets: ManifestAssets;
}

/** `mf-manifest.json`, the schema of the 2.9 packages. */
export interface Manifest {
  id: string;
  name: string;
  metaData: ManifestMetaData;
  shared: ManifestShared[];
  remotes: ManifestRemote[];
  exposes: ManifestExpose[];
}

export interface StatsShared extends ManifestShared {
  shareScope: string;
  eager: boolean;
  /** Keys of the exposes that use it. */
  usedIn: string[];
  usedExports: string[];
}

export interface StatsRemote extends ManifestRemote {
  consumingFederationContainerName: string;
  usedIn: string[];
}

export interface StatsExpose extends ManifestExpose {
  /** Source file, relative to the compiler's context. */
  file: string;
  /** Share keys it needs. */
  requires: string[];
}

/** `mf-stats.json`. */
export interface Stats extends Omit<Manifest, 'shared' | 'remotes' | 'exposes'> {
  shared: StatsShared[];
  remotes: StatsRemote[];
  exposes: StatsExpose[];
}
