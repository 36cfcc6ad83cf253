import { preload, resolveUrl } from '#load';
import type { FederationError } from '../errors.ts';
import { extend } from '../hooks/observe.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../host.ts';
import type { PreloadKind } from '../load/custom.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import { own } from '../own.ts';
import type {
  PreloadAssetResult,
  PreloadAssets,
  PreloadContext,
  PreloadOption,
  PreloadRemoteArgs,
} from '../preloading.ts';
import { federationGlobal, loadingContainers } from '../protocol/globals.ts';
import { isManifest, type ManifestAssets } from '../protocol/manifest.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { customOf } from './custom.ts';
import { globalSnapshots, isLocated, locate } from './locate.ts';
import { loadObservedEntry } from './observedEntry.ts';
import { infoOf } from './request.ts';
import { findSnapshot } from './snapshot.ts';

/** What one expose, or all of a remote, needs. */
interface Job {
  origin: ModuleFederation;
  preloadOptions: PreloadOption;
  context: PreloadContext;
  results: Partial<PreloadAssetResult>[];
  /** Names of the remotes that are on the way. */
  seen: string[];
}

/** One remote of a job. */
interface Visit {
  remote: Remote;
  remoteInfo: RemoteInfo;
  preloadConfig: PreloadRemoteArgs;
}

/** Preloads the files that the exposes of a remote, and of the remotes behind it, will need. Never fails. */
export function preloadVisit(job: Job, visit: Visit): Promise<void> {
  const { origin, preloadOptions, context, seen } = job;
  const { remote, remoteInfo } = visit;
  seen.push(remote.name);
  return attempt(job, remote.entry || remote.version!, 'manifest', async () => {
    const remoteSnapshot =
      (!isLocated(remote) && (await locate(origin, remote, remoteInfo, context))) || {};
    const globalSnapshot = globalSnapshots();
    const event = { origin, preloadOptions, remote, remoteInfo, remoteSnapshot, globalSnapshot };
    const given =
      remote === preloadOptions.remote && (await origin.events.generatePreloadAssets.emit(event));
    const { remotesInfo = {} } = remoteSnapshot;
    const behind = given ? [] : Object.keys(remotesInfo);
    await Promise.all([
      loadAssets(job, visit, given || collect(job, visit, remoteSnapshot)),
      ...behind.map((name) => visitBehind(job, name, remotesInfo[name]!.matchedVersion)),
    ]);
  });
}

/** Preloads what is asked of a remote behind the remote, if anything is, and known of it. */
async function visitBehind(job: Job, name: string, version: string): Promise<void> {
  const { depsRemote, resourceCategory, filter } = job.preloadOptions.preloadConfig;
  const preloadConfig = Array.isArray(depsRemote)
    ? depsRemote.find(({ nameOrAlias }) => nameOrAlias === name)
    : depsRemote !== false && { nameOrAlias: name, resourceCategory, filter };
  const isListed = isManifest(version);
  if (!preloadConfig || job.seen.includes(name)) return;
  if (!isListed && !findSnapshot(globalSnapshots(), name, version)) return;
  const remote: Remote = isListed ? { name, entry: version } : { name, version };
  await preloadVisit(job, { remote, remoteInfo: infoOf(remote), preloadConfig });
}

/** The files of the exposes of one remote. */
function collect(
  { origin }: Job,
  { remoteInfo, preloadConfig }: Visit,
  remoteSnapshot: Snapshot,
): PreloadAssets {
  const { exposes = [], resourceCategory, filter } = preloadConfig;
  const { name, entry: url } = remoteInfo;
  const wanted = exposes.map((expose) => expose.replace(/^\.\//, ''));
  const loaded = loadedShares(origin, remoteSnapshot);
  const base = resolveUrl(remoteSnapshot.publicPath || '.');
  const add = (list: string[], { sync, async }: ManifestAssets['js']): void => {
    for (const file of resourceCategory === 'all' ? sync.concat(async) : sync) {
      const asset = base && !loaded.includes(file) && resolveUrl(file, base);
      if (asset && !list.includes(asset) && (!filter || filter(asset))) list.push(asset);
    }
  };
  const entryAssets = [{ name, url, moduleInfo: remoteInfo }];
  const to: PreloadAssets = { cssAssets: [], jsAssetsWithoutEntry: [], entryAssets };
  for (const { moduleName, assets } of remoteSnapshot.modules || []) {
    if (wanted.length && !wanted.includes(moduleName)) continue;
    const id = moduleName === '.' ? name : name + '/' + moduleName;
    const event = { id, name, remote: remoteInfo, remoteSnapshot, preloadConfig, origin };
    origin.events.handlePreloadModule.emit(event);
    add(to.cssAssets, assets.css);
    add(to.jsAssetsWithoutEntry, assets.js);
  }
  return to;
}

/** The files of what is shared and there already. */
function loadedShares({ shareScopeMap }: ModuleFederation, { shared = [] }: Snapshot): string[] {
  const scopes = Object.values(shareScopeMap);
  const isLoaded = (name: string): boolean =>
    scopes.some((scope) => Object.values(own(scope, name) || {}).some(({ lib }) => lib));
  return ([] as string[]).concat(
    ...shared.map(({ sharedName, assets: { js, css } }) =>
      isLoaded(sharedName) ? js.sync.concat(css.sync) : [],
    ),
  );
}

function loadAssets(
  job: Job,
  { remoteInfo, preloadConfig }: Visit,
  { entryAssets, cssAssets, jsAssetsWithoutEntry }: PreloadAssets,
): Promise<unknown> {
  const { origin } = job;
  const preloaded =
    preloadConfig.recordPreloadedAssets === false
      ? new Map<string, boolean>()
      : federationGlobal().__PRELOADED_MAP__;
  const load = (urls: string[], type: 'css' | 'js', kind: PreloadKind): Promise<void>[] =>
    urls.map((url) =>
      attempt(job, url, type, async (context) => {
        if (preloaded.has(url)) return 'cached';
        const status = await preload(url, kind, customOf(origin, remoteInfo, context));
        if (status === 'success') preloaded.set(url, true);
        return status;
      }),
    );
  const script = /^(module|esm)$/.test(remoteInfo.type) ? 'module' : 'script';
  const entries = entryAssets.map(({ url, moduleInfo }) =>
    attempt(job, url, 'remoteEntry', async (resourceContext) => {
      if (loadingContainers()[moduleInfo.entryGlobalName + ':' + url]) return 'cached';
      await loadObservedEntry({ origin, remoteInfo: moduleInfo, resourceContext });
      return 'success';
    }),
  );
  return Promise.all(
    entries.concat(load(cssAssets, 'css', 'style'), load(jsAssetsWithoutEntry, 'js', script)),
  );
}

/** Notes how loading a resource went. @param load what it answers is the status; without one nothing is noted */
async function attempt(
  { context, results }: Job,
  url: string,
  resourceType: ResourceContext['resourceType'],
  load: (context: ResourceContext) => Promise<PreloadAssetResult['status'] | void>,
): Promise<void> {
  const about = extend(context, { resourceType, url });
  const result: Partial<PreloadAssetResult> = extend(about, {});
  results.push(result);
  try {
    Object.assign(result, { status: await load(about) });
  } catch (error) {
    const status = (error as FederationError).reason === 'timeout' ? 'timeout' : 'error';
    Object.assign(result, { status, error });
  }
}
