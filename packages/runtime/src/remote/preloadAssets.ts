import { resolveUrl } from '#load';
import type { ModuleFederation } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import { own } from '../own.ts';
import { isManifest, type ManifestAssets } from '../protocol/manifest.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { globalSnapshots, locate } from './locate.ts';
import type { PreloadAssets, PreloadContext, PreloadRemoteArgs } from '../preloading.ts';
import { infoOf } from './request.ts';
import { findSnapshot } from './snapshot.ts';

/** One remote whose files are listed. */
interface Visit {
  info: RemoteInfo;
  from: Snapshot;
  config: PreloadRemoteArgs;
}

/**
 * The files that the exposes of a remote, and of the remotes behind it, will need.
 * @param failed told of each manifest behind it that cannot be had
 */
export async function preloadAssets(
  host: ModuleFederation,
  root: Visit,
  context: PreloadContext,
  failed: (url: string, error: unknown) => void,
): Promise<PreloadAssets> {
  const assets: PreloadAssets = { cssAssets: [], jsAssetsWithoutEntry: [], entryAssets: [] };
  const seen: string[] = [];
  const visit = async ({ info, from, config }: Visit): Promise<void> => {
    seen.push(info.name);
    assets.entryAssets.push({ name: info.name, url: info.entry, moduleInfo: info });
    collect(host, { info, from, config }, assets);
    const remotes = from.remotesInfo || {};
    await Promise.all(
      Object.keys(remotes).map(async (name) => {
        const behind = configOf(root.config, name);
        const { matchedVersion } = remotes[name]!;
        const listed = isManifest(matchedVersion);
        if (!behind || seen.includes(name)) return;
        if (!listed && !findSnapshot(globalSnapshots(), name, matchedVersion)) return;
        const next = infoOf(
          listed ? { name, entry: matchedVersion } : { name, version: matchedVersion },
        );
        try {
          await visit({
            info: next,
            from: await locate(host, next, next, context),
            config: behind,
          });
        } catch (error) {
          failed(matchedVersion, error);
        }
      }),
    );
  };
  await visit(root);
  return assets;
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

function collect(host: ModuleFederation, { info, from, config }: Visit, to: PreloadAssets): void {
  const { exposes = [], resourceCategory, filter } = config;
  const { name } = info;
  const wanted = exposes.map((expose) => expose.replace(/^\.\//, ''));
  const loaded = loadedShares(host, from);
  const add = (list: string[], { sync, async }: ManifestAssets['js']): void => {
    for (const file of resourceCategory === 'all' ? sync.concat(async) : sync) {
      const base = resolveUrl(from.publicPath || '.');
      const url = loaded.includes(file) ? '' : base && resolveUrl(file, base);
      if (url && !list.includes(url) && (!filter || filter(url))) list.push(url);
    }
  };
  for (const { moduleName, assets } of from.modules || []) {
    if (wanted.length && !wanted.includes(moduleName)) continue;
    host.remoteHandler.hooks.lifecycle.handlePreloadModule.emit({
      id: moduleName === '.' ? name : name + '/' + moduleName,
      name,
      remote: info,
      remoteSnapshot: from,
      preloadConfig: config,
      origin: host,
    });
    add(to.cssAssets, assets.css);
    add(to.jsAssetsWithoutEntry, assets.js);
  }
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
