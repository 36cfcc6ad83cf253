/**
 * Takes style sheets off the page: those of the URLs given, and those below a folder, unless the page itself is there.
 */
export function removeStyles(urls: readonly string[], folder: string): void {
  if (typeof document === 'undefined') return;
  for (const link of Array.from(document.querySelectorAll('link'))) {
    const below = !!folder && link.href.startsWith(folder) && !location.href.startsWith(folder);
    if (/\bstylesheet\b/.test(link.rel) && (below || urls.includes(link.href))) link.remove();
  }
}
