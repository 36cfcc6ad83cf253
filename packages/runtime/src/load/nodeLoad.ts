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
      if (entry.startsWith('file:')) return await import(/* webpackIgnore: true */ entry);
      // Node keeps what failed: the next time it is asked for when it is there.
      if (!fresh && /[?&]retry=/.test(entry)) await readText(entry, 'module', custom);
      return await importOverHttp(entry, custom.timeout, LIMIT);
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
  const { fileURLToPath } = builtin('node:url');
  const path = fileURLToPath(url);
  if (fresh) forgetFile(require.cache, path, fileURLToPath(new URL('.', url)));
  return require(path);
}

/** Forgets a file and what it requires beside it or below; packages stay. */
function forgetFile(cache: NodeJS.Dict<NodeJS.Module>, path: string, folder: string): void {
  const isPart = (id: string): boolean =>
    id.startsWith(folder) && !/(^|[\\/])node_modules[\\/]/.test(id.slice(folder.length));
  const files = new Set([path]);
  // Grows meanwhile.
  for (const file of files) {
    const module = cache[file];
    delete cache[file];
    for (const { id } of module ? module.children : []) if (isPart(id)) files.add(id);
  }
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
