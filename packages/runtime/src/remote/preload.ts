import { preload } from '#load';
import { federationError, type FederationError } from '../errors.ts';
import { extend } from '../hooks/between.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../host.ts';
import type { PreloadKind } from '../load/custom.ts';
import type { RemoteInfo } from '../options.ts';
import type {
  PreloadRemoteArgs,
  PreloadOption,
  PreloadAssets,
  PreloadAssetResult,
  PreloadContext,
  PreloadRemoteResult,
} from '../preloading.ts';
import { federationGlobal, loadingContainers } from '../protocol/globals.ts';
import { customOf } from './custom.ts';
import { globalSnapshots, isLocated, locate } from './locate.ts';
import { loadObservedEntry } from './observedEntry.ts';
import { preloadAssets } from './preloadAssets.ts';
import { infoOf } from './request.ts';

/** What the files are loaded for. */

/**
 * Fetches what exposes will need, before it is needed: entries are loaded, files are preloaded without running.
 * @throws RUNTIME-004 for an unknown remote, RUNTIME-008 with `results` and `failedResults` when a resource failed;
 * all others are waited for
 */
export async function preloadRemotes(
  host: ModuleFederation,
  preloadOps: PreloadRemoteArgs[],
): Promise<void> {
  const { options, remoteHandler } = host;
  const { beforePreloadRemote, afterPreloadRemote } = remoteHandler.hooks.lifecycle;
  const event = { preloadOps, options, origin: host };
  await beforePreloadRemote.emit(event);
  const targets = ([] as PreloadOption[]).concat(...preloadOps.map((args) => split(host, args)));
  const results = await Promise.all(targets.map((target) => preloadOne(host, target)));
  const failedResults = ([] as PreloadAssetResult[])
    .concat(...results.map((result) => result.results))
    .filter(({ status }) => /^[et]/.test(status));
  let error: unknown;
  if (failedResults.length) {
    const detail = 'preloadRemote: ' + failedResults.map(({ url }) => url).join(', ');
    error = Object.assign(federationError('RUNTIME-008', { detail }), { results, failedResults });
  }
  await afterPreloadRemote.emit(extend(event, { results, error }));
  if (error) throw error;
}

/** Each expose is preloaded, and told of, by itself. */
function split(host: ModuleFederation, args: PreloadRemoteArgs): PreloadOption[] {
  const remote = host.remotes.get(args.nameOrAlias);
  if (!remote) throw federationError('RUNTIME-004', { remote: args.nameOrAlias });
  const { exposes = [] } = args;
  const lists = exposes.length ? exposes.map((expose) => [expose]) : [exposes];
  return lists.map((list) => ({ remote, preloadConfig: extend(args, { exposes: list }) }));
}

async function preloadOne(
  host: ModuleFederation,
  preloadOptions: PreloadOption,
): Promise<PreloadRemoteResult> {
  const { remote, preloadConfig: config } = preloadOptions;
  const [expose = '*'] = config.exposes!;
  const id = remote.name + '/' + expose.replace(/^\.\//, '');
  const context = { initiator: 'preloadRemote', id } as const;
  const info = infoOf(remote);
  const results: PreloadAssetResult[] = [];
  const failed = (url: string, error: unknown): void =>
    void results.push(
      extend(context, { url, resourceType: 'manifest', status: 'error', error } as const),
    );
  try {
    const from = isLocated(remote) ? {} : await locate(host, remote, info, context);
    const { generatePreloadAssets } = host.remoteHandler.hooks.lifecycle;
    const given = await generatePreloadAssets.emit({
      origin: host,
      preloadOptions,
      remote,
      remoteInfo: info,
      remoteSnapshot: from,
      globalSnapshot: globalSnapshots(),
    });
    const visit = { info, from, config };
    const assets = given || (await preloadAssets(host, visit, context, failed));
    results.push(...(await Promise.all(loadAssets(host, { visit, assets, context }))));
  } catch (error) {
    failed(remote.entry || '', error);
  }
  return { remote, remoteInfo: info, preloadConfig: config, id, results };
}

interface Job {
  visit: { info: RemoteInfo; config: PreloadRemoteArgs };
  assets: PreloadAssets;
  context: PreloadContext;
}

function loadAssets(
  host: ModuleFederation,
  { visit: { info, config }, assets, context }: Job,
): Promise<PreloadAssetResult>[] {
  const { __PRELOADED_MAP__: preloaded } = federationGlobal();
  const watch = async (
    url: string,
    resourceType: ResourceContext['resourceType'],
    load: (about: ResourceContext) => Promise<PreloadAssetResult['status']>,
  ): Promise<PreloadAssetResult> => {
    const about = extend(context, { resourceType, url });
    try {
      return extend(about, { status: await load(about) });
    } catch (error) {
      const status = (error as FederationError).reason === 'timeout' ? 'timeout' : 'error';
      return extend(about, { status, error } as const);
    }
  };
  const file = (url: string, type: 'css' | 'js', kind: PreloadKind): Promise<PreloadAssetResult> =>
    watch(url, type, async (about) => {
      const record = config.recordPreloadedAssets !== false;
      if (record && preloaded.has(url)) return 'cached';
      const status = await preload(url, kind, customOf(host, info, about));
      if (record && status === 'success') preloaded.set(url, true);
      return status;
    });
  const isModule = /^(module|esm)$/.test(info.type);
  return assets.entryAssets
    .map(({ url, moduleInfo }) =>
      watch(url, 'remoteEntry', async (resourceContext) => {
        if (loadingContainers()[moduleInfo.entryGlobalName + ':' + url]) return 'cached';
        await loadObservedEntry({ origin: host, remoteInfo: moduleInfo, resourceContext });
        return 'success';
      }),
    )
    .concat(
      assets.cssAssets.map((url) => file(url, 'css', 'style')),
      assets.jsAssetsWithoutEntry.map((url) => file(url, 'js', isModule ? 'module' : 'script')),
    );
}
