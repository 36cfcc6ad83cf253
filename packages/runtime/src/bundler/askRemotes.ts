import { federationGlobal } from '../protocol/globals.ts';
import type { ConsumeData } from '../protocol/tables.ts';
import { versionsOf } from '../share/find.ts';
import { type ShareState, toList } from '../share/provide.ts';

/**
 * Whether a consumer that has no copy of its own finds none: with `loaded-first`, remotes that nobody used yet may bring
 * one.
 */
export function lacksProvider(state: ShareState, data: ConsumeData): boolean {
  const isEmpty = (scope: string): boolean => !Object.keys(versionsOf(state, scope, data)).length;
  return !data.fallback && toList(data.shareScope).every(isEmpty);
}

/** Lets the remotes of all hosts of the page provide what they have, as webpack's own runtime does from the start. */
export async function askRemotes({ shareScope }: ConsumeData): Promise<void> {
  const waiting: unknown[] = [];
  for (const host of federationGlobal().__INSTANCES__) {
    for (const scope of toList(shareScope)) {
      if (host.initializeSharing)
        waiting.push(...host.initializeSharing(scope, { strategy: 'version-first' }));
    }
  }
  await Promise.all(waiting);
}
