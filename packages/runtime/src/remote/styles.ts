import { resolveUrl } from '#load';
import type { Snapshot } from '../protocol/snapshot.ts';

/**
 * Takes the style sheets of a remote off the page: those that its snapshot names, and those below the folder of its
 * entry, unless the page itself is there.
 */
export function removeStyles(entry: string, snapshot: Snapshot | undefined): void {
  if (typeof document === 'undefined' || !entry) return;
  const folder = resolveUrl('.', resolveUrl(entry));
  const base = snapshot && resolveUrl(snapshot.publicPath || '.');
  const files = ((snapshot && snapshot.modules) || []).map(({ assets: { css } }) =>
    css.sync.concat(css.async).map((file) => resolveUrl(file, base)),
  );
  const named = ([] as string[]).concat(...files);
  for (const link of Array.from(document.querySelectorAll('link'))) {
    const below = !!folder && link.href.startsWith(folder) && !location.href.startsWith(folder);
    if (/\bstylesheet\b/.test(link.rel) && (below || named.includes(link.href))) link.remove();
  }
}
