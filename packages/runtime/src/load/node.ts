import { own } from '../own.ts';
import type { LoadCustom, PreloadKind, PreloadResult } from './custom.ts';
import { TIMEOUT, withDeadline } from './deadline.ts';
import { failure, type LoadFailure } from './failure.ts';
import { builtin } from './nodeBuiltin.ts';
import { runCommonJs } from './nodeCommonJs.ts';
import { importOverHttp } from './nodeModule.ts';
import { read, type ReadOptions } from './nodeRead.ts';
import type { EntrySource } from './source.ts';

/** Bytes of one file. */
const LIMIT = 10_000_000;

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

/** @throws a {@link LoadFailure} when the answer is not a success or not JSON. */
export async function fetchJson(url: string, custom?: LoadCustom): Promise<unknown> {
  const text = await readText(url, 'json', custom);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure(/^\s*</.test(text) ? 'html' : 'parse', String(error));
  }
}

/**
 * Runs a remote entry (CommonJS or an ES module, over HTTP or from a file) and returns its container.
 * @throws a {@link LoadFailure}
 */
export async function loadEntry(source: EntrySource, custom: LoadCustom = {}): Promise<unknown> {
  const { name, type, fresh } = source;
  const made = custom.createScript && custom.createScript(source.entry, {});
  const entry = (made && (made as { url?: string }).url) || source.entry;
  try {
    if (type === 'module') {
      return entry.startsWith('file:')
        ? await import(/* webpackIgnore: true */ entry)
        : await importOverHttp(entry, custom.timeout, LIMIT);
    }
    const exports = entry.startsWith('file:')
      ? requireFile(entry, !!fresh)
      : await loadCommonJs(entry, custom);
    return own(exports, name) || exports;
  } catch (error) {
    throw explain(error as Error & Partial<LoadFailure> & { code?: string });
  }
}

export const inBrowser = false as boolean;

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

function requireFile(url: string, fresh: boolean): Record<string, unknown> {
  const require = builtin('node:module').createRequire(url);
  const path = builtin('node:url').fileURLToPath(url);
  if (fresh) delete require.cache[path];
  return require(path);
}

async function loadCommonJs(url: string, custom: LoadCustom): Promise<Record<string, unknown>> {
  const readScript = (from: string): Promise<string> => readText(from, 'script', custom);
  return runCommonJs(await readScript(url), url, readScript);
}

function explain(error: Error & Partial<LoadFailure> & { code?: string }): Error {
  if (error.reason) return error;
  const absent = /NOT_FOUND$|^ENOENT$/.test(error.code || '');
  const reason = absent ? 'network' : error.name === 'SyntaxError' ? 'parse' : 'execution';
  return Object.assign(error, { reason });
}

async function readText(
  url: string,
  kind: ReadOptions['kind'],
  custom: LoadCustom = {},
): Promise<string> {
  if (url.startsWith('file:')) return builtin('node:fs').promises.readFile(new URL(url), 'utf8');
  const request = async (from: string, init: RequestInit): Promise<Response> =>
    (custom.fetch && (await custom.fetch(from, init))) || fetch(from, init);
  return withDeadline(custom.timeout || TIMEOUT, (signal) =>
    read(url, { kind, signal, limit: LIMIT }, request),
  );
}
