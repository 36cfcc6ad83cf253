import type { ModuleFactory, ShareEntry } from '../protocol/container.ts';

/**
 * Loads an entry once, whoever asks: the factory itself when it is there (eager or loaded), else the promise of it.
 * A failure is forgotten, so that the next call tries again.
 * @param user name of who asks, for `useIn`
 * @throws (always as a rejection) what `get` throws, and a TypeError when it yields no function
 */
export function loadEntry(entry: ShareEntry, user: string): ModuleFactory | Promise<ModuleFactory> {
  const { lib, loaded, loading } = entry;
  let pending = loading;
  const keep = (factory: ModuleFactory): ModuleFactory => {
    if (typeof factory !== 'function') throw new TypeError('no factory');
    entry.useIn = (entry.useIn || []).filter((other) => other !== user).concat(user);
    return (entry.lib = factory);
  };
  const forget = (error: unknown): never => {
    // Unless the first of those who waited did it, and another load is under way. 2.x runtimes leave what failed.
    if (entry.loading === pending) {
      entry.loading = null;
      entry.loaded = loaded;
    }
    throw error;
  };
  // Set before the load ends: other runtimes replace an entry only while this is unset.
  entry.loaded = loaded || true;
  let result: ModuleFactory | Promise<ModuleFactory>;
  try {
    result = lib || loading || entry.get();
  } catch (error) {
    result = Promise.reject(error);
  }
  if (typeof result === 'function') return keep(result);
  const chained = Promise.resolve(result).then(keep).catch(forget);
  if (!loading) entry.loading = pending = chained;
  return chained;
}
