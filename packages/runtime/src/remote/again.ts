/**
 * What must be requested again: it failed, or was forgotten. Of manifests the URL, and of what was forgotten the name
 * too: what was under way may have come into the global variable since.
 */
export let again: Set<string> = /* @__PURE__ */ new Set();

/** For the part of this runtime that is a file of its own: both must know the same. */
export function adopt(those: Set<string>): void {
  again = those;
}
