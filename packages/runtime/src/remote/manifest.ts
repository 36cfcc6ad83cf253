import { fetchJson } from '#load';
import { federationError } from '../errors.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { RemoteSource } from '../protocol/tables.ts';

export function isManifest(entry: string): boolean {
  return /^[^?#]+\.json([?#]|$)/.test(entry);
}

/**
 * Follows a manifest to its remote entry.
 * @param entry where to fetch it; paths in it are relative to `about.url`
 * @throws RUNTIME-003 when it cannot be fetched or parsed, RUNTIME-013 when a field is missing.
 */
export async function sourceOfManifest(
  about: { remote: string; url: string },
  entry: string,
): Promise<RemoteSource> {
  const manifest = (await fetchJson(entry).catch((error: unknown) => {
    throw federationError('RUNTIME-003', about, error);
  })) as Partial<Manifest> | null;
  const meta = manifest && manifest.metaData;
  const file = meta && meta.remoteEntry;
  if (!file || !file.name) {
    const detail = 'metaData.remoteEntry.name';
    throw federationError('RUNTIME-013', Object.assign({ detail }, about));
  }
  const { publicPath } = meta;
  const base = new URL(publicPath && publicPath !== 'auto' ? publicPath : '.', about.url);
  return {
    name: meta.globalName || about.remote,
    entry: new URL((file.path ? file.path + '/' : '') + file.name, base).href,
    type: file.type === 'module' || file.type === 'esm' ? 'module' : 'script',
  };
}
