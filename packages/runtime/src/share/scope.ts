import { innerMap, own } from '../own.ts';
import type { ShareEntry, ShareScope } from '../protocol/container.ts';

/**
 * Puts one version into a scope. Of two providers of the same version the eager one wins, then the one whose name
 * sorts last: the rule of webpack's own runtime, so that every runtime of a page ends with the same entry in
 * whatever order they register. What is instantiated goes before both, and what somebody already asked for stays.
 */
export function registerShare(
  scope: ShareScope,
  key: string,
  version: string,
  entry: ShareEntry,
): void {
  const versions = innerMap(scope, key);
  const present = own(versions, version);
  if (!present || (!present.loaded && !present.loading && outranks(entry, present))) {
    versions[version] = entry;
  }
}

function outranks(entry: ShareEntry, present: ShareEntry): boolean {
  const { loaded, eager, from } = entry;
  return !!loaded || (!eager === !present.eager ? from > present.from : !!eager);
}
