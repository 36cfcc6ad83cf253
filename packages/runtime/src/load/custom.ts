type Attributes = Record<string, string>;

/** What runtime plugins and options change about loading. */
export interface LoadCustom {
  /**
   * Makes the script of a remote entry, or sets its deadline, or names another URL. An element that it returns is used
   * as it is; `attributes` are those that ours would get. In Node only `url` is looked at.
   */
  createScript?(
    url: string,
    attributes: Attributes,
  ): HTMLScriptElement | { script?: HTMLScriptElement; timeout?: number; url?: string } | void;
  /** Makes the link of a preload, or sets its deadline. */
  createLink?(
    url: string,
    attributes: Attributes,
  ): HTMLLinkElement | { link?: HTMLLinkElement; timeout?: number } | void;
  /** Answers a request for JSON, and in Node one for a CommonJS entry; with nothing the platform's does. */
  fetch?(url: string, init: RequestInit): Promise<Response | void | false> | void | false;
  /** Milliseconds for one request. @default 10000 */
  timeout?: number;
}

export type PreloadKind = 'script' | 'module' | 'style';

export type PreloadResult = 'success' | 'error' | 'timeout';
