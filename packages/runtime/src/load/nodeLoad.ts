import { own } from '../own.ts';
import type { LoadCustom } from './custom.ts';
import { TIMEOUT, withDeadline } from './deadline.ts';
import { failure, type LoadFailure } from './failure.ts';
import { builtin } from './nodeBuiltin.ts';
import { runCommonJs } from './nodeCommonJs.ts';
import { importOverHttp } from './nodeModule.ts';
import { read, type ReadOptions } from './nodeRead.ts';
import type { EntrySource } from './source.ts';

/** Bytes of one file. */
const LIMIT = 10_000_000;

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
