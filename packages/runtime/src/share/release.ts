import type { ShareEntry, ShareScopeMap } from '../protocol/container.ts';

/**
 * What an unload leaves of an instance in the share scopes: nothing it provides that nobody else uses. Entries that
 * somebody uses, or is about to, stay.
 */
export function releaseShares(name: string, shareScopeMap: ShareScopeMap): void {
  for (const scope of Object.values(shareScopeMap)) {
    for (const key of Object.keys(scope)) {
      const versions = scope[key]!;
      Object.keys(versions).forEach((version) => {
        if (isFree(versions[version]!, name)) delete versions[version];
      });
      if (!Object.keys(versions).length) delete scope[key];
    }
  }
}

/** Takes the name off the users, and tells whether nobody needs the entry any more. */
function isFree(entry: ShareEntry, name: string): boolean {
  const { useIn = [] } = entry;
  if (useIn.includes(name)) useIn.splice(useIn.indexOf(name), 1);
  // webpack's own runtime writes 1 where ours and 2.x write true, and no name.
  return (
    entry.from === name && !useIn.length && entry.loaded !== 1 && (!entry.loading || !!entry.lib)
  );
}
