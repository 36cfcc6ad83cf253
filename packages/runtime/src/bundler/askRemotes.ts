import { TIMEOUT, withDeadline } from '../load/deadline.ts';
import { federationGlobal, type InstanceLike } from '../protocol/globals.ts';
import type { ConsumeData } from '../protocol/tables.ts';
import { findShare } from '../share/find.ts';
import { type ShareState, toList } from '../share/provide.ts';

/**
 * Whether a consumer that has no copy of its own finds none that will do: with `loaded-first`, remotes that nobody used
 * yet may bring one.
 */
export function lacksProvider(state: ShareState, data: ConsumeData): boolean {
  if (data.fallback) return false;
  const choice = findShare(state, data, []);
  return !choice || !(choice.satisfied || (data.singleton && choice.entry.loaded));
}

/**
 * Lets the remotes of all hosts of the page provide what they have, as webpack's own runtime does from the start, until
 * one of them will do. Those that are down or hang are left out, those that have remotes themselves are asked in turn.
 */
export function askRemotes(state: ShareState, data: ConsumeData): Promise<void> {
  const asked = new Set<InstanceLike>();
  let pending = 0;
  return new Promise((resolve) => {
    const settled = (): void => {
      pending--;
      if (lacksProvider(state, data)) ask();
      else resolve();
    };
    const ask = (): void => {
      for (const host of federationGlobal().__INSTANCES__) {
        if (!host.initializeSharing || asked.has(host)) continue;
        asked.add(host);
        for (const scope of toList(data.shareScope)) {
          for (const job of host.initializeSharing(scope, { strategy: 'version-first' })) {
            pending++;
            void withDeadline(TIMEOUT, () => job).then(settled, settled);
          }
        }
      }
      if (!pending) resolve();
    };
    ask();
  });
}
