import type { ModuleId } from '../protocol/tables.ts';
import type { WebpackRequire } from './require.ts';

/**
 * Lets the entry in the runtime's own chunk run once the shared and remote modules of its initial chunks are there.
 * Without any to wait for it runs synchronously, as it would without federation.
 */
export function installStartup(req: WebpackRequire, chunks: readonly ModuleId[]): void {
  const run = req.x!;
  req.x = (...args) => {
    const promises = loadChunks(req, chunks);
    return promises.length ? Promise.all(promises).then(() => run(...args)) : run(...args);
  };
}

/** Starts to load the shared and remote modules of `chunks`. */
export function loadChunks(req: WebpackRequire, chunks: readonly ModuleId[]): Promise<unknown>[] {
  const { share, remote } = req.f!;
  const promises: Promise<unknown>[] = [];
  for (const id of chunks) {
    if (share) share(id, promises);
    if (remote) remote(id, promises);
  }
  return promises;
}
