import type { LoadCustom, PreloadKind, PreloadResult } from './custom.ts';
import { builtin } from './nodeBuiltin.ts';

export { fetchJson, loadEntry } from './nodeLoad.ts';

/**
 * Makes a URL absolute; a path is a file below the working directory. Empty when it is none, or of a scheme that no
 * remote may come from: what the network names is no file.
 * @param from what it is relative to
 */
export function resolveUrl(url: string, from?: string): string {
  const { href, protocol } = URL.canParse(url, from)
    ? new URL(url, from)
    : { href: '', protocol: '' };
  // `C:` is no scheme.
  const isUrl = from || protocol.length > 2;
  const absolute = isUrl ? href : builtin('node:url').pathToFileURL(url).href;
  return (from && /^http/.test(from) ? /^https?:/ : /^(https?|file):/).test(absolute)
    ? absolute
    : '';
}

export const inBrowser = false as boolean;
export const onServer = true as boolean;

/** There are none. */
export function cancelChunks(_bundler: string, _name: string): void {}
export function removeStyles(_urls: readonly string[], _folder: string): void {}

/** Nothing to do: what is needed is loaded from near by. */
export async function preload(
  _url: string,
  _kind: PreloadKind,
  _custom?: LoadCustom,
): Promise<PreloadResult> {
  return 'success';
}
