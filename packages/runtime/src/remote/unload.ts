import type { ModuleFederation } from '../host.ts';
import type { Remote } from '../options.ts';
import { federationGlobal, globals } from '../protocol/globals.ts';
import { releaseShares } from '../share/release.ts';
import { releaseChunks } from './chunks.ts';
import { forgetContainer } from './entry.ts';
import { infoOf, sourceOf } from './info.ts';
import { forgetRemote, globalSnapshots } from './locate.ts';
import { removeRemoteStyles } from './styles.ts';

/**
 * Lets go of a remote: its container, modules and styles are dropped, the shares that nobody else uses are taken out
 * of the scopes, and the next load asks for its files again.
 */
export function unloadRemote(host: ModuleFederation, remote: Remote): void {
  const module = host.moduleCache.get(remote.name);
  const first = infoOf(remote);
  const info = module ? module.remoteInfo : first;
  const snapshot = globalSnapshots()[remote.name + ':' + (remote.entry || remote.version)];
  removeRemoteStyles(info.entry, snapshot);
  const sources = [sourceOf(info), sourceOf(first)].concat(first.fallbacks || []);
  sources.forEach(forgetContainer);
  const { entryGlobalName } = info;
  const container = module && module.remoteEntryExports;
  if (container && globals[entryGlobalName] === container) globals[entryGlobalName] = undefined;
  forgetRemote(host, remote);
  for (const name of [info.name, entryGlobalName]) {
    releaseChunks(name);
    releaseShares(name, host.shareScopeMap);
    forgetInstances(host, name);
  }
}

/** The instance that the remote made for itself. */
function forgetInstances(host: ModuleFederation, name: string): void {
  const { __INSTANCES__: instances, __SHARE__: shares } = federationGlobal();
  for (const instance of instances.filter((one) => one !== host && one.name === name)) {
    instances.splice(instances.indexOf(instance), 1);
    delete shares[instance.options.id || name];
  }
}
