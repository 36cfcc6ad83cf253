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

type Attributes = Record<string, string>;

/** What plugins made for a URL, or an element of our own. */
export function makeElement(
  tag: 'script' | 'link',
  url: string,
  custom: LoadCustom,
  attributes: Attributes = {},
): Attempt {
  return __PLUGINS__
    ? customElement(tag, url, custom, attributes)
    : {
        element: ownElement(tag, url, attributes),
        timeout: (__API__ && custom.timeout) || TIMEOUT,
      };
}

function customElement(
  tag: 'script' | 'link',
  url: string,
  custom: LoadCustom,
  attributes: Attributes,
): Attempt {
  const create = custom[tag === 'script' ? 'createScript' : 'createLink'];
  const made = ((create && create(url, attributes)) || {}) as Made;
  const element = made.tagName ? (made as HTMLElement) : made[tag];
  return {
    element: element || ownElement(tag, made.url || url, attributes),
    timeout: made.timeout || custom.timeout || TIMEOUT,
  };
}

function ownElement(tag: 'script' | 'link', url: string, attributes: Attributes): HTMLElement {
  const element = document.createElement(__API__ ? tag : 'script') as HTMLScriptElement;
  element.src = __POLICIES__ ? permitted(url, element) : url;
  // As on any link; on a script it means nothing.
  return __API__ ? Object.assign(element, { href: url }, attributes) : element;
}

/** Puts an element into the page until it has loaded. @throws `timeout`, or an error that names the network */
export async function loadElement(element: HTMLElement, timeout: number): Promise<void> {
  try {
    await withDeadline(
      timeout,
      () =>
        new Promise((resolve, reject) => {
          // What a plugin made may have handlers of its own.
          element.addEventListener('load', resolve);
          element.addEventListener('error', () => reject(new Error('NetworkError')));
          document.head.appendChild(element);
        }),
    );
  } finally {
    element.remove();
  }
}

/** Takes an element out of the page for good: what it loads neither runs nor applies. */
export function leave(element: Element): void {
  new Document().adoptNode(element);
}
