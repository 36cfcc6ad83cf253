import type { ModuleFederation } from '../host.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import { federationGlobal, globals } from '../protocol/globals.ts';
import type { Container } from '../protocol/container.ts';
import { releaseShares } from '../share/release.ts';
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
  if (module) releaseGlobals(info, module.remoteEntryExports);
  forgetRemote(host, remote);
  for (const name of new Set([info.name, info.entryGlobalName])) {
    releaseShares(name, host.shareScopeMap);
    forgetInstances(host, name);
  }
}

/** Where the bundlers keep the chunks of a build, by its unique name. */
const CHUNKS = ['webpackChunk', 'rspackChunk'];

/** Only what is the container, and the list of its chunks: a new one would take the old code from there. */
function releaseGlobals(
  { name, entryGlobalName }: RemoteInfo,
  container: Container | undefined,
): void {
  if (container && globals[entryGlobalName] === container) globals[entryGlobalName] = undefined;
  for (const prefix of CHUNKS) {
    const key = prefix + name.replace(/^[^a-z$_]/i, '_').replace(/[^\w$]+/g, '_');
    if (Array.isArray(globals[key])) globals[key] = undefined;
  }
}

/** The instance that the remote made for itself. */
function forgetInstances(host: ModuleFederation, name: string): void {
  const { __INSTANCES__: instances, __SHARE__: shares } = federationGlobal();
  for (const instance of instances.slice()) {
    if (instance.name !== name || instance === host) continue;
    instances.splice(instances.indexOf(instance), 1);
    delete shares[instance.options.id || name];
  }
}
