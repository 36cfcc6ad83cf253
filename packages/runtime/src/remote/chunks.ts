import { cancelChunks } from '#load';
import { federationGlobal, globals } from '../protocol/globals.ts';

/** Where the bundlers keep the chunks of a build, by its unique name as an identifier. */
function listKey(bundler: string, name: string): string {
  return bundler + 'Chunk' + name.replace(/[^a-z\d$]+|^(?=\d)/gi, '_');
}

/** Tells whether the lists that the page has now are released: chunks would come to the container that took their place. */
export function releaseOf(name: string): () => boolean {
  const keys = [listKey('webpack', name), listKey('rspack', name)];
  const lists = keys.map((key) => globals[key]);
  return () => keys.some((key, index) => lists[index] && lists[index] !== globals[key]);
}

/**
 * Takes the list of a remote's chunks off the page: a new container would take the old code from there. Another
 * instance that uses the old one still gets the chunks it loads.
 */
export function releaseChunks(name: string): void {
  const isUsed = federationGlobal().__INSTANCES__.some(({ moduleCache }) =>
    Array.from(moduleCache.values()).some(
      ({ remoteInfo }) => name === remoteInfo.name || name === remoteInfo.entryGlobalName,
    ),
  );
  for (const bundler of ['webpack', 'rspack']) {
    if (!isUsed) cancelChunks(bundler, name);
    const key = listKey(bundler, name);
    const list = globals[key];
    if (!Array.isArray(list)) continue;
    // Its `push` is that of the old container, which stays behind the new one's.
    list.length = 0;
    if (!isUsed) globals[key] = undefined;
  }
}
