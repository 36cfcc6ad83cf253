import { preload } from '#load';
import { federationError, type FederationError } from '../errors.ts';
import type { ResourceContext } from '../hooks/events.ts';
import { emit, extend, told } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { PreloadKind } from '../load/custom.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import type {
  PreloadAssetResult,
  PreloadAssets,
  PreloadOption,
  PreloadRemoteArgs,
  PreloadRemoteResult,
} from '../preloading.ts';
import { federationGlobal, loadingContainers } from '../protocol/globals.ts';
import { isManifest } from '../protocol/manifest.ts';
import { customOf } from './custom.ts';
import { globalSnapshots, locate } from './locate.ts';
import { loadFirst } from './observedEntry.ts';
import { preloadAssets } from './preloadAssets.ts';
import { infoOf, sourceOf } from './info.ts';
import { findSnapshot } from './snapshot.ts';

/** Loads a resource, and notes how that went; where `load` answers nothing it is noted only when it fails. */
type Attempt = (
  url: string,
  resourceType: ResourceContext['resourceType'],
  load: (context: ResourceContext) => Promise<PreloadAssetResult['status'] | void>,
) => Promise<void>;

/**
 * Fetches what exposes will need, before it is needed: entries are loaded, files are preloaded without running.
 * @throws RUNTIME-004 for an unknown remote, RUNTIME-008 with `results` and `failedResults` when a resource failed;
 * all others are waited for
 */
export async function preloadRemotes(
  origin: ModuleFederation,
  preloadOps: PreloadRemoteArgs[],
): Promise<void> {
  const event = told(() => ({ preloadOps, options: origin.options, origin }));
  if (__PLUGINS__) await emit(origin, 'beforePreloadRemote', event);
  const targets = ([] as PreloadOption[]).concat(...preloadOps.map((args) => split(origin, args)));
  const results = await Promise.all(targets.map((target) => preloadOne(origin, target)));
  const failedResults = ([] as PreloadAssetResult[])
    .concat(...results.map((result) => result.results))
    .filter(({ status }) => /^[et]/.test(status));
  let error: unknown;
  if (failedResults.length) {
    const detail = failedResults.map(({ url }) => url).join();
    error = Object.assign(federationError('RUNTIME-008', { detail }), { results, failedResults });
  }
  if (__PLUGINS__) await emit(origin, 'afterPreloadRemote', extend(event, { results, error }));
  if (error) throw error;
}

/** Each expose is preloaded, and told of, by itself. */
function split(origin: ModuleFederation, args: PreloadRemoteArgs): PreloadOption[] {
  const { nameOrAlias, exposes = [] } = args;
  const remote = origin.remotes.get(nameOrAlias);
  if (!remote) throw federationError('RUNTIME-004', { remote: nameOrAlias });
  const lists = exposes.length ? exposes.map((expose) => [expose]) : [exposes];
  return lists.map((list) => ({ remote, preloadConfig: extend(args, { exposes: list }) }));
}

/** Preloads what an expose of a remote needs, and of the remotes behind it. */
async function preloadOne(
  origin: ModuleFederation,
  preloadOptions: PreloadOption,
): Promise<PreloadRemoteResult> {
  const { remote: root, preloadConfig: asked } = preloadOptions;
  const [expose = '*'] = asked.exposes!;
  const id = root.name + '/' + expose.replace(/^\.\//, '');
  const context = { initiator: 'preloadRemote', id } as const;
  const results: PreloadAssetResult[] = [];
  const seen: string[] = [];
  const attempt: Attempt = async (url, resourceType, load) => {
    const result = extend(context, { url, resourceType }) as PreloadAssetResult;
    results.push(result);
    try {
      result.status = (await load(result)) as PreloadAssetResult['status'];
    } catch (error) {
      result.status = (error as FederationError).reason === 'timeout' ? 'timeout' : 'error';
      result.error = error;
    }
  };
  const visit = (
    remote: Remote,
    remoteInfo: RemoteInfo,
    config: PreloadRemoteArgs,
  ): Promise<void> => {
    seen.push(remote.name);
    return attempt(remote.entry || remote.version || '', 'manifest', async () => {
      const remoteSnapshot = (await locate(origin, remote, remoteInfo, context)) || {};
      const globalSnapshot = globalSnapshots();
      const target = { origin, remoteInfo };
      const event = told(() =>
        extend(target, { preloadOptions, remote, remoteSnapshot, globalSnapshot }),
      );
      const isAsked = __PLUGINS__ && remote === root;
      const given = isAsked && (await emit(origin, 'generatePreloadAssets', event));
      const assets = given || preloadAssets(origin, remoteInfo, remoteSnapshot, config);
      const jobs = load(target, asked, assets, attempt);
      const remotes = (!given && remoteSnapshot.remotesInfo) || {};
      for (const name of Object.keys(remotes)) {
        const version = remotes[name]!.matchedVersion;
        const behind: Remote = isManifest(version) ? { name, entry: version } : { name, version };
        const next = configOf(asked, name);
        if (!next || seen.includes(name)) continue;
        if (behind.entry || findSnapshot(globalSnapshot, name, version)) {
          jobs.push(visit(behind, infoOf(behind), next));
        }
      }
      await Promise.all(jobs);
    });
  };
  const remoteInfo = infoOf(root);
  await visit(root, remoteInfo, asked);
  const noted = results.filter(({ status }) => status);
  return extend(preloadOptions, { remoteInfo, id, results: noted });
}

/** What is asked of a remote behind the remote. */
function configOf(
  { depsRemote, resourceCategory, filter }: PreloadRemoteArgs,
  nameOrAlias: string,
): PreloadRemoteArgs | undefined | false {
  return Array.isArray(depsRemote)
    ? depsRemote.find((one) => one.nameOrAlias === nameOrAlias)
    : depsRemote !== false && { nameOrAlias, resourceCategory, filter };
}

function load(
  { origin, remoteInfo }: { origin: ModuleFederation; remoteInfo: RemoteInfo },
  { recordPreloadedAssets }: PreloadRemoteArgs,
  assets: PreloadAssets,
  attempt: Attempt,
): Promise<void>[] {
  const preloaded =
    recordPreloadedAssets === false ? new Map() : federationGlobal().__PRELOADED_MAP__;
  const files = (urls: string[], type: 'css' | 'js', kind: PreloadKind): Promise<void>[] =>
    urls.map((url) =>
      attempt(url, type, async (context) => {
        if (preloaded.has(url)) return 'cached';
        const status = await preload(url, kind, customOf(origin, remoteInfo, context));
        if (status === 'success') preloaded.set(url, true);
        return status;
      }),
    );
  const script = sourceOf(remoteInfo).type === 'module' ? 'module' : 'script';
  return assets.entryAssets
    .map(({ url, moduleInfo }) =>
      attempt(url, 'remoteEntry', async (resourceContext) => {
        if (loadingContainers()[moduleInfo.entryGlobalName + ':' + url]) return 'cached';
        await loadFirst({ origin, remoteInfo: moduleInfo, resourceContext });
        return 'success';
      }),
    )
    .concat(
      files(assets.cssAssets, 'css', 'style'),
      files(assets.jsAssetsWithoutEntry, 'js', script),
    );
}
