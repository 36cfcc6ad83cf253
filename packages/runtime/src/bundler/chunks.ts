import { retryUrl } from '../remote/manifest.ts';
import type { WebpackRequire } from './require.ts';

/**
 * The script of a chunk that is asked for again failed before: it gets another URL, as the browser may keep the wrong
 * answer, or wait for one that never comes. Chunks that are ES modules come by `import()`, which nobody can change.
 */
export function installChunks(req: WebpackRequire): void {
  const load = req.l!;
  const asked = new Set<string>();
  req.l = (url, done, ...rest) =>
    load(
      asked.has(url) ? retryUrl(url) : url,
      (event) => {
        asked.add(url);
        done(event);
      },
      ...rest,
    );
}
