import { innerMap } from '../own.ts';
import type { ShareScope } from '../protocol/container.ts';

/**
 * A build that several hosts initialise keeps the scope of the first: webpack refuses the second, 2.x forgets what was
 * loaded from the first. What the second provides is added, except of shares of which something is loaded: another
 * instance beside it would split a singleton.
 */
export function mergeScope(scope: ShareScope, other: ShareScope): void {
  for (const key of Object.keys(other)) {
    const versions = innerMap(scope, key);
    if (!Object.values(versions).some(({ loaded }) => loaded)) Object.assign(versions, other[key]);
  }
}
