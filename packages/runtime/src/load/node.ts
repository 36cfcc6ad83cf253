import type { RemoteSource } from '../protocol/tables.ts';

type Builtins = {
  'node:vm': typeof import('node:vm');
  'node:module': typeof import('node:module');
  'node:url': typeof import('node:url');
  'node:fs/promises': typeof import('node:fs/promises');
};

/** Reached this way because the text of the runtime runs in CommonJS, in ES modules and in `vm` contexts alike. */
const builtin = <K extends keyof Builtins>(name: K): Builtins[K] =>
  process.getBuiltinModule(name as 'node:vm') as unknown as Builtins[K];

/** Milliseconds for one request. */
const TIMEOUT = 20_000;

/** Makes a URL absolute; a path is a file below the working directory. */
export function resolveUrl(url: string): string {
  return /^[a-z][a-z\d+.-]+:/i.test(url) ? url : builtin('node:url').pathToFileURL(url).href;
}

/** @throws when the answer is not a success or not JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  return JSON.parse(await read(url));
}

/** Runs a remote entry (CommonJS over HTTP or from a file, or an ES module file) and returns its container. */
export async function loadEntry(source: RemoteSource): Promise<unknown> {
  const { entry, name } = source;
  const isFile = entry.startsWith('file:');
  if (source.type === 'module') return import(/* webpackIgnore: true */ entry);
  const exports = isFile
    ? builtin('node:module').createRequire(entry)(builtin('node:url').fileURLToPath(entry))
    : run(await read(entry), entry);
  return exports[name] || exports;
}

function run(code: string, url: string): Record<string, unknown> {
  const wrapper = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  const { Script } = builtin('node:vm');
  const { createRequire } = builtin('node:module');
  const module = { exports: {} as Record<string, unknown> };
  const factory = new Script(wrapper, { filename: url }).runInThisContext() as (
    ...args: unknown[]
  ) => void;
  const folder = url.slice(0, url.lastIndexOf('/'));
  const require = createRequire(process.cwd() + '/');
  factory.call(module.exports, module.exports, require, module, url, folder);
  return module.exports;
}

async function read(url: string): Promise<string> {
  if (url.startsWith('file:')) return builtin('node:fs/promises').readFile(new URL(url), 'utf8');
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  return response.text();
}
