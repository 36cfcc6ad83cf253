import { globals } from '../protocol/globals.ts';
import type { Policies } from '../protocol/tables.ts';

const inForce: Policies = {};

/** The first of each kind stays: that of the page's host. */
export function usePolicies(given: Policies | undefined): void {
  Object.assign(inForce, Object.assign({}, given, inForce));
}

export function pageNonce(): string | undefined {
  return inForce.nonce && inForce.nonce();
}

/** The URL as the page takes it; the element gets the nonce, and is told how to ask another origin. */
export function permitted(url: string, element?: HTMLElement): string {
  const nonce = pageNonce();
  if (element && nonce) element.nonce = nonce;
  const { crossOrigin } = inForce;
  if (element && crossOrigin && new URL(url).origin !== globals['origin']) {
    (element as HTMLScriptElement).crossOrigin = crossOrigin;
  }
  return inForce.url ? inForce.url(url) : url;
}
