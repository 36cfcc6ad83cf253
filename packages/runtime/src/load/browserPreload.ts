import { loadElement, makeElement } from './browserElement.ts';
import type { LoadCustom, PreloadKind, PreloadResult } from './custom.ts';
import type { LoadFailure } from './failure.ts';

/** Fetches what will be needed; nothing runs or applies. Always settles. Without a document (workers) it does nothing. */
export async function preload(
  url: string,
  kind: PreloadKind,
  custom: LoadCustom = {},
): Promise<PreloadResult> {
  if (typeof document === 'undefined') return 'success';
  const attributes: Record<string, string> =
    kind === 'module'
      ? { rel: 'modulepreload' }
      : { rel: 'preload', as: kind === 'json' ? 'fetch' : kind };
  // As the request that it is for: another mode would be another request.
  if (kind === 'json') attributes['crossorigin'] = 'anonymous';
  try {
    const { element, timeout } = makeElement('link', url, custom, attributes);
    await loadElement(element, timeout);
    return 'success';
  } catch (error) {
    if (kind === 'script' || kind === 'style') useUp(url, kind, custom);
    return (error as Partial<LoadFailure>).reason === 'timeout' ? 'timeout' : 'error';
  }
}

/**
 * Chromium answers the next request for the URL of a preload that failed with that failure. This is that request: the
 * element is of no page any more when it could run or apply.
 */
function useUp(url: string, kind: 'script' | 'style', { nonce = '' }: LoadCustom): void {
  const element = document.createElement(kind === 'script' ? kind : 'link');
  Object.assign(element, { rel: 'stylesheet', src: url, href: url, nonce });
  document.head.appendChild(element);
  document.implementation.createHTMLDocument('').adoptNode(element);
}
