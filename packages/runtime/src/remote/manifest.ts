import { fetchJson, resolveUrl } from '#load';
import { type ErrorFields, federationError } from '../errors.ts';
import type { LoadCustom } from '../load/custom.ts';
import type { EntrySource } from '../load/source.ts';
import type { Manifest } from '../protocol/manifest.ts';
import { sourceType } from './info.ts';

/**
 * Follows a manifest to its remote entry. Its `name` may be another than the remote's: `globalName` counts.
 * @param entry where to fetch it; paths in it are relative to `about.url`
 * @throws RUNTIME-013 when a field is missing, and what `fetchJson` throws.
 */
export async function sourceOfManifest(
  about: ErrorFields & { remote: string; url: string },
  entry: string,
  custom?: LoadCustom,
): Promise<EntrySource> {
  const manifest = (await fetchJson(entry, custom)) as Partial<Manifest> | null;
  const detail = missingField(manifest);
  if (detail) throw federationError('RUNTIME-013', Object.assign({ detail }, about));
  const meta = manifest!.metaData!;
  const { publicPath, remoteEntry: file } = meta;
  const from = about.url;
  const base = resolveUrl(publicPath && publicPath !== 'auto' ? publicPath : '.', from);
  return {
    name: meta.globalName || about.remote,
    // Empty, and so refused, when one of the two is.
    entry: base && resolveUrl(assetPath(file), base),
    type: sourceType(file.type),
    from,
  };
}

/** Of a file that a manifest names, relative to the public path. */
export function assetPath(file: { path: string; name: string }): string {
  const folder = String(file.path || '').replace(/^\.?\/?|\/$/g, '');
  return (folder && folder + '/') + file.name;
}

/** The field without which a manifest is none (the 2.9 packages ask for the same), if it is missing or of another type. */
export function missingField(manifest: Partial<Manifest> | null): string {
  const { metaData, exposes, shared, remotes } = manifest || ({} as Partial<Manifest>);
  const { name } = (metaData && metaData.remoteEntry) || ({} as { name?: unknown });
  if (!name || typeof name !== 'string') return 'metaData.remoteEntry.name';
  if (!isList(exposes)) return 'exposes';
  if (!isList(shared)) return 'shared';
  return isList(remotes || [], true) ? '' : 'remotes';
}

/** @param bare those in it have no files */
function isList(list: unknown, bare?: boolean): boolean {
  return (
    Array.isArray(list) && list.every((item: { assets?: unknown }) => item && (bare || item.assets))
  );
}

/**
 * Another URL for what was asked before, and at every call: a cache may hold the wrong answer, or wait for one that never
 * comes. Those for ES modules never forget, and a millisecond is long enough for two loads.
 */
export function retryUrl(url: string): string {
  return url + (url.includes('?') ? '&' : '?') + 'retry=' + Math.random();
}
