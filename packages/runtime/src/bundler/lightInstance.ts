import { federationGlobal, type InstanceLike } from '../protocol/globals.ts';
import type { RuntimeConfig } from '../protocol/tables.ts';
import { loadContainer } from '../remote/entry.ts';
import { initContainer, type RemoteState } from '../remote/load.ts';
import { toList } from '../share/provide.ts';

/** The instance of a build that nobody extends: what the tables need, and what tools look for on the page. */
export type LightInstance = RemoteState & InstanceLike;

export function lightInstance({ name, shareStrategy, remotes }: RuntimeConfig): LightInstance {
  const id = name + '@' + Math.random();
  const instance: LightInstance = {
    name,
    options: { name, id, remotes: [] },
    strategy: shareStrategy,
    shareScopeMap: Object.create(null),
    remotes: new Map(),
    moduleCache: new Map(),
    inits: new WeakMap(),
    initializeSharing: (scope) =>
      Object.keys(remotes).map(async (alias) => {
        const remote = instance.remotes.get(alias)!;
        if (!toList(remote.shareScope).includes(scope)) return;
        await initContainer(instance, remote, await loadContainer(remote.sources));
      }),
  };
  for (const alias of Object.keys(remotes)) {
    const { sources, shareScope } = remotes[alias]!;
    const { name, entry } = sources[0]!;
    const remote = { name, entry, sources, shareScope };
    instance.remotes.set(alias, remote).set(name, remote);
  }
  const global = federationGlobal();
  global.__INSTANCES__.push(instance);
  global.__SHARE__[id] = instance.shareScopeMap;
  return instance;
}
