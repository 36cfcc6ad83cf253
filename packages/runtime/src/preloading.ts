/** What preloading is asked for and answers. Types only. */
import type { FederationError } from './errors.ts';
import type { ResourceContext } from './hooks/events.ts';
import type { Remote, RemoteInfo } from './options.ts';

export interface PreloadRemoteArgs {
  /** Name or alias of a registered remote. */
  nameOrAlias: string;
  /** Keys of exposes, with or without `./`. @default all */
  exposes?: string[] | undefined;
  /** `sync`: what an expose loads itself; `all`: also what its modules may load later. @default 'sync' */
  resourceCategory?: 'all' | 'sync' | undefined;
  /** Accepted without effect, as in 2.9. */
  share?: boolean | undefined;
  /** Whether, or which of, the remotes of the remote are preloaded too. @default true */
  depsRemote?: boolean | Omit<PreloadRemoteArgs, 'depsRemote'>[] | undefined;
  /** Whether a URL is preloaded. */
  filter?: ((assetUrl: string) => boolean) | undefined;
  /** `false`: also what was preloaded before. @default true */
  recordPreloadedAssets?: boolean | undefined;
}

/** One remote to preload. */
export interface PreloadOption {
  remote: Remote;
  preloadConfig: PreloadRemoteArgs;
}

export interface PreloadAssets {
  cssAssets: string[];
  jsAssetsWithoutEntry: string[];
  entryAssets: { name: string; url: string; moduleInfo: RemoteInfo }[];
}

export interface PreloadAssetResult {
  url: string;
  status: 'success' | 'error' | 'timeout' | 'cached';
  resourceType: ResourceContext['resourceType'];
  initiator: ResourceContext['initiator'];
  id: string;
  error?: unknown;
}

export interface PreloadRemoteResult extends PreloadOption {
  remoteInfo: RemoteInfo;
  /** `name/expose`, or `name/*` for all exposes. */
  id: string;
  results: PreloadAssetResult[];
}

/** What `preloadRemote` rejects with. */
export interface PreloadRemoteError extends FederationError {
  results: PreloadRemoteResult[];
  failedResults: PreloadAssetResult[];
}
