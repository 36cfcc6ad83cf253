import type { ModuleId } from '../protocol/tables.ts';
import type { WebpackRequire } from './require.ts';

/**
 * Lets the entry run once the shared and remote modules of its initial chunks are there. Without any to wait for it
 * runs synchronously, as it would without federation.
 */
export function installStartup(req: WebpackRequire, chunkIds: readonly ModuleId[]): void {
  const run = req.x!;
  req.x = (...args) => {
    const promises: Promise<unknown>[] = [];
    for (const id of chunkIds) {
      req.f!.consumes!(id, promises);
      req.f!.remotes!(id, promises);
    }
    const start = (): unknown => run(...args);
    return promises.length ? Promise.all(promises).then(start) : start();
  };
}
