import { federationError } from '../errors.ts';
import type { ModuleFederation } from '../host.ts';
import type { Remote } from '../options.ts';

/** Adds a remote to an instance. */
export function registerRemote(host: ModuleFederation, given: Remote, force: boolean): void {
  const { beforeRegisterRemote, registerRemote: registered } = host.remoteHandler.hooks.lifecycle;
  let { remote } = beforeRegisterRemote.emit({ remote: given, origin: host });
  const { name } = remote;
  const present = host.remotes.get(name);
  if (present && !force) {
    if (__DEV__ && present.entry !== remote.entry) warnOf(present, remote);
    return;
  }
  const { remotes } = host.options;
  if (present) {
    // Said in production too: what runs already goes on with the old one.
    console.warn(
      `[ Federation Runtime ]: remote "${name}" is replaced: ${present.entry} → ${remote.entry}`,
    );
    host.unload(name);
    // By which the build and others know it.
    remote = Object.assign({ alias: present.alias }, remote);
  }
  const { alias = name } = remote;
  host.remotes.set(name, remote);
  if (!host.remotes.has(alias)) host.remotes.set(alias, remote);
  remotes.push(remote);
  registered.emit({ remote, origin: host });
}

function warnOf(present: Remote, remote: Remote): void {
  const url = String(present.entry);
  const detail = `registered with ${url}, ${String(remote.entry)} is passed over without force`;
  const error = federationError('NAME_COLLISION', { remote: remote.name, url, detail });
  console.warn(error.message);
}
