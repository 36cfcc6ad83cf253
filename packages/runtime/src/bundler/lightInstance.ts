import { federationError } from '../errors.ts';
import { federationGlobal, type InstanceLike } from '../protocol/globals.ts';
import type { RuntimeConfig } from '../protocol/tables.ts';
import { loadExpose, type RemoteState } from '../remote/load.ts';
import { matchRemote } from '../remote/resolve.ts';

/** The instance of a build that nobody extends: what the tables need, and what tools look for on the page. */
export interface LightInstance extends RemoteState, InstanceLike {
  loadRemote(id: string): Promise<unknown>;
}

export function lightInstance({ name, shareStrategy, remotes }: RuntimeConfig): LightInstance {
  const id = name + '@' + Date.now();
  const instance: LightInstance = {
    name,
    options: { name, id },
    strategy: shareStrategy,
    shareScopeMap: Object.create(null),
    remotes: new Map(),
    inits: new WeakMap(),
    async loadRemote(request) {
      const match = matchRemote(instance.remotes, request);
      if (!match) throw federationError('RUNTIME-004', { module: request });
      return (await loadExpose(instance, match.remote, match.expose))();
    },
  };
  for (const alias of Object.keys(remotes)) {
    const { sources, shareScope } = remotes[alias]!;
    const remote = { name: sources[0]!.name, alias, sources, shareScope };
    instance.remotes.set(alias, remote).set(remote.name, remote);
  }
  const global = federationGlobal();
  global.__INSTANCES__.push(instance);
  global.__SHARE__[id] = instance.shareScopeMap;
  return instance;
}
