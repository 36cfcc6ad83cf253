import { fetchJson, resolveUrl } from '#load';
import { federationError } from '../errors.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { RemoteSource } from '../protocol/tables.ts';

export function isManifest(entry: string): boolean {
  return entry.includes('.json');
}

/**
 * Follows a manifest to its remote entry.
 * @throws RUNTIME-003 when it cannot be fetched or parsed, RUNTIME-013 when a field is missing.
 */
export async function sourceOfManifest(source: RemoteSource): Promise<RemoteSource> {
  const url = resolveUrl(source.entry);
  const about = { remote: source.name, url };
  const manifest = (await fetchJson(url).catch((error: unknown) => {
    throw federationError('RUNTIME-003', about, error);
  })) as Partial<Manifest> | null;
  const meta = manifest && manifest.metaData;
  const entry = meta && meta.remoteEntry;
  if (!entry || !entry.name) {
    const detail = 'metaData.remoteEntry.name';
    throw federationError('RUNTIME-013', Object.assign({ detail }, about));
  }
  const { publicPath } = meta;
  const base = new URL(publicPath && publicPath !== 'auto' ? publicPath : '.', url);
  return {
    name: meta.globalName || source.name,
    entry: new URL((entry.path ? entry.path + '/' : '') + entry.name, base).href,
    type: entry.type === 'module' || entry.type === 'esm' ? 'module' : 'script',
  };
}
