import { resolveUrl } from '#load';
import type { ModuleFederation } from '../instance.ts';
import type { RemoteInfo } from '../options.ts';
import { own } from '../own.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { ManifestAssets } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import type { PreloadAssets, PreloadOption, PreloadRemoteArgs } from './preload.ts';
import { infoOf } from './request.ts';
import { findSnapshot } from './snapshot.ts';

/** The files that the exposes of a remote, and of the remotes behind it, will need. */
export function preloadAssets(
  host: ModuleFederation,
  { remote, preloadConfig }: PreloadOption,
  remoteInfo: RemoteInfo,
  snapshot: Snapshot,
): PreloadAssets {
  const assets: PreloadAssets = { cssAssets: [], jsAssetsWithoutEntry: [], entryAssets: [] };
  const seen = new Set<Snapshot>();
  const visit = (info: RemoteInfo, from: Snapshot, config: PreloadRemoteArgs): void => {
    if (seen.has(from)) return;
    seen.add(from);
    assets.entryAssets.push({ name: info.name, url: info.entry, moduleInfo: info });
    collect(host, { info, from, config, loaded: loadedShares(host, from) }, assets);
    const remotes = from.remotesInfo || {};
    for (const name of Object.keys(remotes)) {
      const behind = configOf(preloadConfig, name);
      const { matchedVersion } = remotes[name]!;
      const known = findSnapshot(
        federationGlobal().moduleInfo as GlobalSnapshot,
        name,
        matchedVersion,
      );
      if (!behind || !known || !known.remoteEntry) continue;
      visit(infoBehind(name, known), known, behind);
    }
  };
  visit(Object.assign(infoOf(remote), remoteInfo), snapshot, preloadConfig);
  return assets;
}

/** What is asked of a remote behind the remote. */
function configOf(root: PreloadRemoteArgs, name: string): PreloadRemoteArgs | undefined {
  const { depsRemote } = root;
  if (!Array.isArray(depsRemote)) return depsRemote ? { ...root, exposes: [] } : undefined;
  const config = depsRemote.find(({ nameOrAlias }) => nameOrAlias === name);
  return config && { resourceCategory: 'sync', ...config };
}

function infoBehind(name: string, snapshot: Snapshot): RemoteInfo {
  const { remoteEntryType, globalName, version } = snapshot;
  return {
    ...{ name, version, shareScope: 'default', type: remoteEntryType || 'global' },
    entry: urlOf(snapshot, snapshot.remoteEntry!),
    entryGlobalName: globalName || name,
  };
}

function urlOf({ publicPath }: Snapshot, path: string): string {
  const from = resolveUrl(publicPath || '.');
  return from && resolveUrl(path, from);
}

interface Visit {
  info: RemoteInfo;
  from: Snapshot;
  config: PreloadRemoteArgs;
  /** Files of shares that are loaded already. */
  loaded: Set<string>;
}

function collect(host: ModuleFederation, visit: Visit, assets: PreloadAssets): void {
  const { info, from, config, loaded } = visit;
  const { exposes = [], resourceCategory, filter } = config;
  const wanted = exposes.map((expose) => expose.replace(/^\.\//, ''));
  const add = (list: string[], files: ManifestAssets['js']): void => {
    const all = resourceCategory === 'all' ? files.async.concat(files.sync) : files.sync;
    for (const file of all) {
      const url = loaded.has(file) ? '' : urlOf(from, file);
      if (url && !list.includes(url) && (!filter || filter(url))) list.push(url);
    }
  };
  for (const { moduleName, assets: files } of from.modules || []) {
    if (wanted.length && !wanted.includes(moduleName)) continue;
    host.remoteHandler.hooks.lifecycle.handlePreloadModule.emit({
      id: moduleName === '.' ? info.name : info.name + '/' + moduleName,
      ...{ name: info.name, remote: info, remoteSnapshot: from, preloadConfig: config },
      origin: host,
    });
    add(assets.cssAssets, files.css);
    add(assets.jsAssetsWithoutEntry, files.js);
  }
}

function loadedShares({ shareScopeMap }: ModuleFederation, { shared = [] }: Snapshot): Set<string> {
  const files = new Set<string>();
  for (const { sharedName, assets } of shared) {
    const loaded = Object.values(shareScopeMap).some((scope) =>
      Object.values(own(scope, sharedName) || {}).some(({ lib }) => lib),
    );
    if (loaded) for (const file of assets.js.sync.concat(assets.css.sync)) files.add(file);
  }
  return files;
}
