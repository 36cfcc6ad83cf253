import { inBrowser } from './browserDocument.ts';

/**
 * Takes style sheets off the page: those of the URLs given, and those below a folder, unless the page itself is there.
 * @param folder a URL; `/` for none
 */
export function removeStyles(urls: readonly string[], folder: string): void {
  if (!inBrowser) return;
  document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]').forEach((link) => {
    const below = link.href.startsWith(folder) && !location.href.startsWith(folder);
    if (below || urls.includes(link.href)) link.remove();
  });
}
