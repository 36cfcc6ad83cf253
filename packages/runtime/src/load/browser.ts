import { own } from '../own.ts';
import { globals, isPlatformName } from '../protocol/globals.ts';
import { inBrowser } from './browserDocument.ts';
import { runScript } from './browserScript.ts';
import type { LoadCustom } from './custom.ts';
import { TIMEOUT, withDeadline } from './deadline.ts';
import { failure, type LoadFailure } from './failure.ts';
import { permitted, sendsCredentials } from './policies.ts';
import { type EntrySource, isContainer } from './source.ts';

export { cancelChunks } from './browserChunks.ts';
export { inBrowser } from './browserDocument.ts';
export { preload } from './browserPreload.ts';
export { removeStyles } from './browserStyles.ts';

/** Workers are not one: they load what the page does. */
export const onServer = false as boolean;

declare const importScripts: (url: string) => undefined;

/**
 * Makes a URL absolute. Empty when it is none, or of a scheme that no remote may come from: only http:, https: and that
 * of the page itself, if it has files (`file:`, those of extensions and apps; not `data:` and `blob:`).
 * @param from what it is relative to. @default the page
 */
export function resolveUrl(url: string, from?: string): string {
  try {
    const base = from || (inBrowser ? document.baseURI : location.href);
    const { href } = new URL(url, base);
    return /^http|^([^:]+:\/\/).* \1/.test(href + ' ' + base) ? href : '';
  } catch {
    return '';
  }
}

/** @throws a {@link LoadFailure}, a SyntaxError for what is no JSON, or what `fetch` throws when the network failed. */
export async function fetchJson(url: string, custom?: LoadCustom): Promise<unknown> {
  return JSON.parse(await request(url, custom));
}

/**
 * Runs a remote entry and returns what it exports; for scripts the value of the global variable.
 * @throws a {@link LoadFailure}, unless the network failed.
 */
export async function loadEntry(source: EntrySource, custom: LoadCustom = {}): Promise<unknown> {
  const { name, entry, type } = source;
  const container = (): unknown => own(globals, name);
  try {
    if (type !== 'script') {
      return await withDeadline((__API__ && custom.timeout) || TIMEOUT, () =>
        importEntry(entry, type),
      );
    }
    const present = container();
    if (isContainer(present)) {
      if (!source.fresh) return present;
    } else if (isPlatformName(name)) {
      throw failure('refused', name);
    }
    const thrown = await (inBrowser ? runScript : runInWorker)(entry, custom);
    if (thrown && !isContainer(container())) throw new Error(thrown);
    return container();
  } catch (error) {
    throw (error as LoadFailure).reason ? error : await explain(entry, error as Error, custom);
  }
}

/**
 * A worker has no document, and its `importScripts` no deadline: it waits in place. So the file is fetched before, and
 * comes from the cache then. Where the server does not let it be fetched (CORS) it answered, and that will do.
 */
async function runInWorker(url: string, custom: LoadCustom): Promise<undefined> {
  await request(url, custom).catch((error: LoadFailure) => {
    if (error.reason === 'timeout') throw error;
  });
  return importScripts(__POLICIES__ ? permitted(url) : url);
}

async function importEntry(entry: string, type: string): Promise<unknown> {
  if (__ESM__ && type === 'module') return import(/* webpackIgnore: true */ entry);
  const { System } = globals as { System?: { import(url: string): Promise<unknown> } };
  if (!System || (!__ESM__ && type === 'module')) {
    throw failure('execution', __ESM__ ? 'no SystemJS' : 'no ES modules in ES5');
  }
  return System.import(entry);
}

/** The error with its reason, by the words of browsers. What those do not tell, another request for the URL may. */
async function explain(url: string, error: Error, custom: LoadCustom): Promise<Error> {
  const text = String(error);
  const unreached = /NetworkError|dynamically|Importing a/.test(text);
  if (unreached || /S(yntaxE|cript e)rror/.test(text)) {
    const second = (await request(url, custom).catch((failed: unknown) => failed)) as LoadFailure;
    if (second.reason === 'html' || (unreached && second.reason)) return second;
  }
  const reason = unreached ? 'network' : /SyntaxError/.test(text) ? 'parse' : 'execution';
  return Object.assign(error, { reason });
}

/** What is at the URL. @throws a {@link LoadFailure}, unless the network failed. */
function request(url: string, custom: LoadCustom = {}): Promise<string> {
  return withDeadline((__API__ && custom.timeout) || TIMEOUT, async (signal) => {
    const init: RequestInit = { signal };
    if (__POLICIES__ && sendsCredentials()) init.credentials = 'include';
    const given = __PLUGINS__ && custom.fetch && (await custom.fetch(url, init));
    const response = given || (await fetch(url, init));
    const { ok, status } = response;
    if (!ok) throw failure('http', 'HTTP ' + status, status);
    const text = await response.text();
    // Neither JSON nor a script that failed starts this way.
    if (/^\s*</.test(text)) throw failure('html', 'HTML');
    return text;
  });
}
