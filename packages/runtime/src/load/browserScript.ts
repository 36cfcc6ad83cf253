import { loadElement, makeElement } from './browserElement.ts';
import type { LoadCustom } from './custom.ts';

/** Runs a classic script; resolves with the message of what it threw, if it did not run to its end. */
export async function runScript(url: string, custom: LoadCustom): Promise<string | undefined> {
  const { element, timeout } = makeElement('script', url, custom);
  let thrown: string | undefined;
  // Errors of another origin's script hide its URL: whose it is can be told only while it runs.
  const listen = ({ message }: ErrorEvent): void => {
    if (document.currentScript === element) thrown = message;
  };
  addEventListener('error', listen);
  try {
    await loadElement(element, timeout);
  } finally {
    removeEventListener('error', listen);
  }
  return thrown;
}
