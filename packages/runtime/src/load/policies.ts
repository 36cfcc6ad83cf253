/** What the Content-Security-Policy of a page asks of the scripts that are loaded; builds that know of one hand it over. */
export interface Policies {
  /** A `TrustedScriptURL`, which the types of the platform do not know. */
  url?(url: string): string;
  /** What scripts carry to be let in. */
  nonce?(): string | undefined;
}

const inForce: Policies = {};

/** The first of each kind stays: that of the page's host. */
export function usePolicies(given: Policies | undefined): void {
  Object.assign(inForce, Object.assign({}, given, inForce));
}

export function pageNonce(): string | undefined {
  return inForce.nonce && inForce.nonce();
}

/** The URL as the page takes it; the element gets the nonce. */
export function permitted(url: string, element?: HTMLElement): string {
  const nonce = pageNonce();
  if (element && nonce) element.nonce = nonce;
  return inForce.url ? inForce.url(url) : url;
}
