import { preload } from '#load';
import { federationError, type FederationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../instance.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import { customOf } from './custom.ts';
import { isLocated, locate } from './locate.ts';
import { loadObservedEntry } from './observedEntry.ts';
import { preloadAssets } from './preloadAssets.ts';
import { infoOf } from './request.ts';

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

/**
 * Fetches what exposes will need, before it is needed: entries are loaded, files are preloaded without running.
 * @throws RUNTIME-004 for an unknown remote, RUNTIME-008 with `results` and `failedResults` when a resource failed;
 * all others are waited for
 */
export async function preloadRemotes(
  host: ModuleFederation,
  preloadOps: PreloadRemoteArgs[],
): Promise<void> {
  const { options } = host;
  const { beforePreloadRemote, afterPreloadRemote } = host.remoteHandler.hooks.lifecycle;
  const event = { preloadOps, options, origin: host };
  await beforePreloadRemote.emit(event);
  const jobs = ([] as Promise<PreloadRemoteResult>[]).concat(
    ...preloadOps.map((args) => jobsOf(host, args)),
  );
  const results = await Promise.all(jobs);
  const all = ([] as PreloadAssetResult[]).concat(...results.map((result) => result.results));
  const failedResults = all.filter(({ status }) => status === 'error' || status === 'timeout');
  let error: unknown;
  if (failedResults.length) {
    const detail = 'preloadRemote: ' + failedResults.map(({ url }) => url).join(', ');
    error = Object.assign(federationError('RUNTIME-008', { detail }), { results, failedResults });
  }
  await afterPreloadRemote.emit({ ...event, results, error });
  if (error) throw error;
}

function jobsOf(host: ModuleFederation, args: PreloadRemoteArgs): Promise<PreloadRemoteResult>[] {
  const remote = host.remotes.get(args.nameOrAlias);
  if (!remote) throw federationError('RUNTIME-004', { remote: args.nameOrAlias });
  const preloadConfig = withDefaults(args);
  const { exposes = [] } = args;
  if (!exposes.length) return [preloadOne(host, { remote, preloadConfig }, remote.name + '/*')];
  return exposes.map((expose) => {
    const id = remote.name + '/' + expose.replace(/^\.\//, '');
    return preloadOne(host, { remote, preloadConfig: { ...preloadConfig, exposes: [expose] } }, id);
  });
}

function withDefaults(args: PreloadRemoteArgs): PreloadRemoteArgs {
  return Object.assign(
    { resourceCategory: 'sync', share: true, depsRemote: true, recordPreloadedAssets: true },
    args,
  );
}

async function preloadOne(
  host: ModuleFederation,
  option: PreloadOption,
  id: string,
): Promise<PreloadRemoteResult> {
  const { remote, preloadConfig } = option;
  const remoteInfo = infoOf(remote);
  const context = { initiator: 'preloadRemote' as const, id };
  let results: PreloadAssetResult[];
  try {
    const remoteSnapshot: Snapshot = isLocated(remote)
      ? {}
      : await locate(host, remote, remoteInfo, context);
    const globalSnapshot = federationGlobal().moduleInfo as GlobalSnapshot;
    const event = { origin: host, preloadOptions: option, remote, remoteInfo };
    const { generatePreloadAssets } = host.remoteHandler.hooks.lifecycle;
    const assets =
      (await generatePreloadAssets.emit({ ...event, remoteSnapshot, globalSnapshot })) ||
      preloadAssets(host, option, remoteInfo, remoteSnapshot);
    results = await Promise.all(loadAssets(host, remoteInfo, assets, preloadConfig, context));
  } catch (error) {
    const url = remote.entry || '';
    const resourceType = isLocated({ entry: url }) ? 'remoteEntry' : 'manifest';
    results = [{ url, status: 'error', resourceType, ...context, error }];
  }
  return { remote, remoteInfo, preloadConfig, id, results };
}

type Context = Pick<ResourceContext, 'initiator' | 'id'>;

function loadAssets(
  host: ModuleFederation,
  remoteInfo: RemoteInfo,
  { cssAssets, jsAssetsWithoutEntry, entryAssets }: PreloadAssets,
  { recordPreloadedAssets }: PreloadRemoteArgs,
  context: Context,
): Promise<PreloadAssetResult>[] {
  const { __PRELOADED_MAP__: preloaded } = federationGlobal();
  const files = (
    urls: string[],
    resourceType: 'css' | 'js',
    kind: 'style' | 'script' | 'module',
  ): Promise<PreloadAssetResult>[] =>
    urls.map(async (url): Promise<PreloadAssetResult> => {
      const about = { ...context, resourceType, url };
      if (recordPreloadedAssets && preloaded.has(url)) return { ...about, status: 'cached' };
      preloaded.set(url, true);
      const status = await preload(url, kind, customOf(host, remoteInfo, about));
      if (status !== 'success') preloaded.delete(url);
      return { ...about, status };
    });
  const isModule = remoteInfo.type === 'module' || remoteInfo.type === 'esm';
  return [
    ...entryAssets.map(({ moduleInfo }) => loadEntryAsset(host, moduleInfo, context)),
    ...files(cssAssets, 'css', 'style'),
    ...files(jsAssetsWithoutEntry, 'js', isModule ? 'module' : 'script'),
  ];
}

async function loadEntryAsset(
  host: ModuleFederation,
  remoteInfo: RemoteInfo,
  context: Context,
): Promise<PreloadAssetResult> {
  const { name, entry: url } = remoteInfo;
  const about: ResourceContext & { url: string } = { ...context, resourceType: 'remoteEntry', url };
  const known = host.moduleCache.get(name);
  if (known && known.remoteEntryExports) return { ...about, status: 'cached' };
  try {
    await loadObservedEntry({ origin: host, remoteInfo, resourceContext: about });
    return { ...about, status: 'success' };
  } catch (error) {
    const timeout = (error as FederationError).reason === 'timeout';
    return { ...about, status: timeout ? 'timeout' : 'error', error };
  }
}
