/** What needs no plugins: a build that imports nothing else of the door gets the runtime without them. */
import type * as door from '../index.ts';
import type { LoadShareOptions } from '../options.ts';
import { current } from './current.ts';

type Door = typeof door;

export const loadRemote: Door['loadRemote'] = (id, options) => current().loadRemote(id, options);
export const loadShare: Door['loadShare'] = (key: string, options?: LoadShareOptions) =>
  current().loadShare(key, options);
export const loadShareSync: Door['loadShareSync'] = (key, options) =>
  current().loadShareSync(key, options);
export const preloadRemote: Door['preloadRemote'] = (args) => current().preloadRemote(args);
export const registerRemotes: Door['registerRemotes'] = (remotes, options) =>
  current().registerRemotes(remotes, options);
export const registerShared: Door['registerShared'] = (shared) => current().registerShared(shared);
