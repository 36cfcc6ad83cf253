import { inBrowser } from './browserDocument.ts';
import { leave, loadElement, makeElement } from './browserElement.ts';
import type { LoadCustom, PreloadKind, PreloadResult } from './custom.ts';
import type { LoadFailure } from './failure.ts';
import { permitted } from './policies.ts';

/** Fetches what will be needed; nothing runs or applies. Always settles. Without a document (workers) it does nothing. */
export async function preload(
  url: string,
  kind: PreloadKind,
  custom: LoadCustom = {},
): Promise<PreloadResult> {
  if (!inBrowser) return 'success';
  const attributes: Record<string, string> =
    kind === 'module' ? { rel: 'modulepreload' } : { rel: 'preload', as: kind };
  try {
    const { element, timeout } = makeElement('link', url, custom, attributes);
    await loadElement(element, timeout);
    return 'success';
  } catch (error) {
    if (kind !== 'module') useUp(url, kind);
    return (error as Partial<LoadFailure>).reason === 'timeout' ? 'timeout' : 'error';
  }
}

/**
 * Chromium answers the next request for the URL of a preload that failed with that failure. This is that request: the
 * element is of no page any more when it could run or apply.
 */
function useUp(url: string, kind: 'script' | 'style'): void {
  const element = document.createElement(kind === 'script' ? kind : 'link');
  const src = __POLICIES__ ? permitted(url, element) : url;
  Object.assign(element, { rel: 'stylesheet', src, href: url });
  document.head.appendChild(element);
  leave(element);
}
