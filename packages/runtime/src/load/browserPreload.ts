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
    return (error as Partial<LoadFailure>).reason === 'timeout' ? 'timeout' : 'error';
  }
}
