import type { WebpackRequire } from './require.ts';

/**
 * Lets a runtime provide what it falls back to: the bundlers put providers into the runtimes of entries, and not into
 * those of workers. A text of its own.
 * @param versions by the id of the consuming module
 */
export function installFallbackShares(req: WebpackRequire, versions: Record<string, string>): void {
  const table = req.initializeSharingData || { scopeToSharingDataMapping: {}, uniqueName: '' };
  req.initializeSharingData = table;
  const scopes = table.scopeToSharingDataMapping;
  const consumes = req.consumesLoadingData!.moduleIdToConsumeDataMapping;
  for (const id of Object.keys(versions)) {
    const data = consumes[id]!;
    const share = { name: data.shareKey, version: versions[id]!, factory: data.fallback! };
    for (const scope of ([] as string[]).concat(data.shareScope)) {
      scopes[scope] = (scopes[scope] || []).concat(Object.assign({}, data, share));
    }
  }
}
