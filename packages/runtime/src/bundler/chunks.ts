import { releaseOf } from '../remote/chunks.ts';
import { retryUrl } from '../remote/manifest.ts';
import type { WebpackRequire } from './require.ts';

/**
 * The script of a chunk that is asked for again failed before: it gets another URL, as the browser may keep the wrong
 * answer, or wait for one that never comes. Chunks that are ES modules come by `import()`, which nobody can change. A
 * container that was let go loads none any more.
 */
export function installChunks(req: WebpackRequire, name: string): void {
  const load = req.l!;
  // Only hosts with the API let a container go.
  const isReleased = __API__ ? releaseOf(name) : undefined;
  const asked = new Set<string>();
  req.l = (url, done, ...rest) => {
    if (isReleased && isReleased()) return done({ type: 'released' });
    load(
      asked.has(url) ? retryUrl(url) : url,
      (event) => {
        asked.add(url);
        done(event);
      },
      ...rest,
    );
  };
}
