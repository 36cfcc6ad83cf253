import type { ModuleId, StartupData } from '../protocol/tables.ts';
import type { WebpackRequire } from './require.ts';

/**
 * Lets an entry run once the shared and remote modules of its initial chunks are there. Without any to wait for it
 * runs synchronously, as it would without federation.
 */
export function installStartup(req: WebpackRequire, { chunks, entries }: StartupData): void {
  const load = (): Promise<unknown>[] => {
    const promises: Promise<unknown>[] = [];
    for (const id of chunks) {
      if (__SHARES__) req.f!.share!(id, promises);
      if (__REMOTES__) req.f!.remote!(id, promises);
    }
    return promises;
  };
  if (entries) {
    for (const id of entries) deferEntry(req, id, load);
    return;
  }
  const run = req.x!;
  req.x = (...args) => {
    const promises = load();
    return promises.length ? Promise.all(promises).then(() => run(...args)) : run(...args);
  };
}

/**
 * An entry in a chunk of its own is required as soon as that chunk arrives. Until then its place among the factories
 * is taken: the first require yields a promise of the exports.
 */
function deferEntry(req: WebpackRequire, id: ModuleId, load: () => Promise<unknown>[]): void {
  // It ran before a hot update.
  if (req.m[id]) return;
  let factory: WebpackRequire['m'][string] | undefined;
  const release = (): unknown => {
    Object.defineProperty(req.m, id, { value: factory, writable: true });
    return req(id);
  };
  const defer: WebpackRequire['m'][string] = (module) => {
    const promises = load();
    delete req.c[id];
    module.exports = promises.length ? Promise.all(promises).then(release) : release();
  };
  Object.defineProperty(req.m, id, {
    get: () => factory && defer,
    set: (given) => (factory = given),
    enumerable: true,
    configurable: true,
  });
}
