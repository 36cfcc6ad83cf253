import type { LoadCustom } from './custom.ts';
import { TIMEOUT, withDeadline } from './deadline.ts';
import { permitted } from './policies.ts';

interface Made extends Partial<HTMLElement> {
  script?: HTMLElement;
  link?: HTMLElement;
  timeout?: number;
  url?: string;
}

interface Attempt {
  element: HTMLElement;
  timeout: number;
}

/** What plugins made for a URL, or an element of our own. */
export function makeElement(
  tag: 'script' | 'link',
  url: string,
  custom: LoadCustom,
  attributes: Record<string, string> = {},
): Attempt {
  if (__API__) return customElement(tag, url, custom, attributes);
  const element = document.createElement('script');
  element.src = __POLICIES__ ? permitted(url, element) : url;
  return { element, timeout: TIMEOUT };
}

function customElement(
  tag: 'script' | 'link',
  url: string,
  custom: LoadCustom,
  attributes: Record<string, string>,
): Attempt {
  Object.assign(attributes, custom.attributes, custom.nonce && { nonce: custom.nonce });
  const create = custom[tag === 'script' ? 'createScript' : 'createLink'];
  const made = ((create && create(url, attributes)) || {}) as Made;
  let element = made.tagName ? (made as HTMLElement) : made[tag];
  if (!element) {
    element = document.createElement(tag);
    attributes[tag === 'script' ? 'src' : 'href'] = __POLICIES__
      ? permitted(made.url || url, element)
      : made.url || url;
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  }
  return { element, timeout: made.timeout || custom.timeout || TIMEOUT };
}

/** Puts an element into the page until it has loaded. @throws `timeout`, or an error that names the network */
export async function loadElement(element: HTMLElement, timeout: number): Promise<void> {
  try {
    await withDeadline(
      timeout,
      () =>
        new Promise((resolve, reject) => {
          element.onload = resolve;
          element.onerror = () => reject(new Error('NetworkError'));
          document.head.appendChild(element);
        }),
    );
  } finally {
    element.remove();
  }
}
