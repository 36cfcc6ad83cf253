import { resolveUrl } from '#load';
import { emit } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import { own } from '../own.ts';
import type { PreloadAssets, PreloadRemoteArgs } from '../preloading.ts';
import type { ManifestAssets } from '../protocol/manifest.ts';
import type { Snapshot } from '../protocol/snapshot.ts';

/** The files that the exposes of a remote will need. */
export function preloadAssets(
  origin: ModuleFederation,
  remote: RemoteInfo,
  remoteSnapshot: Snapshot,
  preloadConfig: PreloadRemoteArgs,
): PreloadAssets {
  const { exposes = [], resourceCategory, filter } = preloadConfig;
  const { name, entry } = remote;
  const wanted = exposes.map((expose) => expose.replace(/^\.\//, ''));
  const loaded = loadedShares(origin, remoteSnapshot);
  const base = resolveUrl(remoteSnapshot.publicPath || '.');
  const add = (list: string[], { sync, async }: ManifestAssets['js']): void => {
    for (const file of resourceCategory === 'all' ? sync.concat(async) : sync) {
      const url = base && !loaded.includes(file) && resolveUrl(file, base);
      if (url && !list.includes(url) && (!filter || filter(url))) list.push(url);
    }
  };
  const entryAssets = [{ name, url: entry, moduleInfo: remote }];
  const to: PreloadAssets = { cssAssets: [], jsAssetsWithoutEntry: [], entryAssets };
  for (const { moduleName, assets } of remoteSnapshot.modules || []) {
    if (wanted.length && !wanted.includes(moduleName)) continue;
    const id = moduleName === '.' ? name : name + '/' + moduleName;
    const event = { id, name, remote, remoteSnapshot, preloadConfig, origin };
    emit(origin, 'handlePreloadModule', event);
    add(to.cssAssets, assets.css);
    add(to.jsAssetsWithoutEntry, assets.js);
  }
  return to;
}

/** The files of what is shared and there already. */
function loadedShares({ shareScopeMap }: ModuleFederation, { shared = [] }: Snapshot): string[] {
  const scopes = Object.values(shareScopeMap);
  const isLoaded = (name: string): boolean =>
    scopes.some((scope) => Object.values(own(scope, name) || {}).some((one) => one.lib));
  return ([] as string[]).concat(
    ...shared.map(({ sharedName, assets: { js, css } }) =>
      isLoaded(sharedName) ? js.sync.concat(css.sync) : [],
    ),
  );
}
