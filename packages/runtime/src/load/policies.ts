import { globals } from '../protocol/globals.ts';
import type { Policies } from '../protocol/tables.ts';

const inForce: Policies = {};

/** The first of each kind stays: that of the page's host, who also says that it asks for nothing. */
export function usePolicies(given: Policies | undefined): void {
  Object.assign(inForce, Object.assign({ crossOrigin: '' }, given, inForce));
}

export function pageNonce(): string | undefined {
  return inForce.nonce && inForce.nonce();
}

/** Whether what the page asks of other origins tells who asks. */
export function sendsCredentials(): boolean {
  return inForce.crossOrigin === 'use-credentials';
}

/** The URL as the page takes it; the element gets the nonce, and is told how to ask another origin. */
export function permitted(url: string, element?: HTMLElement): string {
  const nonce = pageNonce();
  if (element && nonce) element.nonce = nonce;
  const { crossOrigin } = inForce;
  if (element && crossOrigin && new URL(url, element.baseURI).origin !== globals['origin']) {
    (element as HTMLScriptElement).crossOrigin = crossOrigin;
  }
  return inForce.url ? inForce.url(url) : url;
}
