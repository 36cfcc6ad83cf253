import { globalValue } from '../protocol/globals.ts';
import type { RemoteSource } from '../protocol/tables.ts';

/** Milliseconds after which a script that neither loaded nor failed counts as failed; the 2.9 packages wait as long. */
const TIMEOUT = 20_000;

/** Makes a URL absolute, as the page would. */
export function resolveUrl(url: string): string {
  return new URL(url, typeof document === 'undefined' ? location.href : document.baseURI).href;
}

/** @throws when the answer is not a success or not JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error('HTTP ' + response.status);
  return response.json();
}

/** Runs a remote entry and returns what it exports; for scripts the value of the global variable. */
export async function loadEntry(source: RemoteSource): Promise<unknown> {
  if (source.type === 'module') return import(/* webpackIgnore: true */ source.entry);
  const present = await globalValue(source.name);
  if (present && typeof (present as { get?: unknown }).get === 'function') return present;
  await loadScript(source.entry);
  return globalValue(source.name);
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const end = (error?: string): void => {
      clearTimeout(timer);
      script.remove();
      if (error) reject(new Error(error));
      else resolve();
    };
    const timer = setTimeout(() => end('timeout'), TIMEOUT);
    script.src = url;
    script.async = true;
    script.onload = () => end();
    script.onerror = () => end('network error');
    document.head.appendChild(script);
  });
}
