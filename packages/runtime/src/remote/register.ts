import { federationError } from '../errors.ts';
import { emit, filter } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { Remote } from '../options.ts';

/** Adds a remote to an instance. */
export function registerRemote(origin: ModuleFederation, given: Remote, force?: boolean): void {
  let remote = __PLUGINS__
    ? filter(origin, 'beforeRegisterRemote', { remote: given }, { origin }).remote
    : given;
  const { name } = remote;
  const { remotes, options } = origin;
  const named = remotes.get(name);
  // The alias of another gives way to the name.
  const present = named && named.name === name && named;
  if (present) {
    if (!force) {
      if (__DEV__ && present.entry !== remote.entry) warnOf(present, remote);
      return;
    }
    // Said in production too: what runs already goes on with the old one.
    console.warn('[ Federation Runtime ]: ' + name + ' is replaced by ' + remote.entry);
    origin.unload(name);
    // By which the build and others know it.
    remote = Object.assign({ alias: present.alias }, remote);
  }
  const { alias = name } = remote;
  remotes.set(name, remote);
  if (!remotes.has(alias)) remotes.set(alias, remote);
  options.remotes.push(remote);
  emit(origin, 'registerRemote', { remote, origin });
}

function warnOf(present: Remote, remote: Remote): void {
  const url = String(present.entry);
  const detail = `registered with ${url}, ${String(remote.entry)} is passed over without force`;
  const error = federationError('NAME_COLLISION', { remote: remote.name, url, detail });
  console.warn(error.message);
}
