import { globalValue } from '../protocol/globals.ts';
import type { RemoteSource } from '../protocol/tables.ts';

/** Milliseconds after which a request that neither succeeded nor failed counts as failed; the 2.9 packages wait as long for a script. */
const TIMEOUT = 20_000;

/** Makes a URL absolute, as the page would. */
export function resolveUrl(url: string): string {
  return new URL(url, typeof document === 'undefined' ? location.href : document.baseURI).href;
}

/** @throws when the answer is not a success or not JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) throw new Error('HTTP ' + response.status);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a remote entry and returns what it exports; for scripts the value of the global variable. */
export async function loadEntry(source: RemoteSource): Promise<unknown> {
  if (source.type === 'module') return import(/* webpackIgnore: true */ source.entry);
  const present = (await globalValue(source.name)) as Record<string, unknown> | undefined;
  if (present && typeof present.get === 'function' && typeof present.init === 'function')
    return present;
  const thrown = await loadScript(source.entry);
  const found = globalValue(source.name);
  if (!found && thrown) throw new Error(thrown);
  return found;
}

/** Resolves with the message of what the script threw, if it did not run to its end. */
function loadScript(url: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    let thrown: string | undefined;
    // Errors of another origin's script hide its URL: whose it is can be told only while it runs.
    const listen = ({ message }: ErrorEvent): void => {
      if (document.currentScript === script) thrown = message;
    };
    const end = (error?: string): void => {
      clearTimeout(timer);
      removeEventListener('error', listen);
      script.remove();
      if (error) reject(new Error(error));
      else resolve(thrown);
    };
    const timer = setTimeout(() => end('timeout'), TIMEOUT);
    addEventListener('error', listen);
    script.src = url;
    script.async = true;
    script.onload = () => end();
    script.onerror = () => end('network error');
    document.head.appendChild(script);
  });
}
