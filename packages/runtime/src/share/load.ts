import type { ModuleFactory, ShareEntry } from '../protocol/container.ts';

/**
 * Loads an entry once, whoever asks: the factory itself when it is there (eager or loaded), else the promise of it.
 * A failure is forgotten, so that the next call tries again.
 */
export function loadEntry(entry: ShareEntry): ModuleFactory | Promise<ModuleFactory> {
  if (entry.lib) return entry.lib;
  if (entry.loading) return entry.loading;
  const keep = (factory: ModuleFactory): ModuleFactory => {
    entry.loading = null;
    return (entry.lib = factory);
  };
  const forget = (error: unknown): never => {
    entry.loading = null;
    entry.loaded = undefined;
    throw error;
  };
  // Set before the load ends: other runtimes replace an entry only while this is unset.
  entry.loaded = true;
  try {
    const result = entry.get();
    if (typeof result === 'function') return keep(result);
    return (entry.loading = result.then(keep, forget));
  } catch (error) {
    return forget(error);
  }
}
