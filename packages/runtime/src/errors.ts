import type { FailureReason } from './load/failure.ts';

/** Facts about a failure; all of them are properties of the error too. */
export interface ErrorFields {
  remote?: string;
  module?: string;
  share?: string;
  version?: string;
  url?: string;
  /** What is known beside the code: candidates, a status, a field. */
  detail?: string;
  /** What was under way. */
  phase?: 'manifest' | 'entry' | 'init' | 'chunk' | 'share' | 'factory';
  /** Why it could not be loaded; absent where it was, and is not what it should be. */
  reason?: FailureReason;
  /** Of the answer, with the reason `http`. */
  status?: number | undefined;
}

export interface FederationError extends Error, ErrorFields {
  code: ErrorCode;
  cause?: unknown;
}

/** The codes are those of the 2.9 packages where the meaning is the same; what those have no code for is in words. */
export type ErrorCode = keyof typeof texts;

export const texts = {
  'RUNTIME-001':
    'the script ran but left no container in the global variable of that name: is the name the one that the remote was built with?',
  'RUNTIME-002': 'the remote exports no `init` and `get`: is this URL a remote entry?',
  'RUNTIME-003':
    'the manifest could not be fetched or parsed: check the URL and that it is served as JSON with CORS',
  'RUNTIME-004':
    'no remote is registered for this request: check its name and the `remotes` option',
  'RUNTIME-006':
    'the shared module is needed synchronously but is not loaded yet: set `eager`, or load it with `loadShare` before',
  'RUNTIME-007':
    'the page knows no snapshot of this version of the remote: register it with `entry`',
  'RUNTIME-008': 'the remote entry could not be loaded: is the URL right and reachable from here?',
  'RUNTIME-009': 'there is no instance yet: call `init` or `createInstance` first',
  'RUNTIME-010': 'an instance keeps its name: make another with `createInstance`',
  'RUNTIME-011': 'the snapshot of the remote names no remote entry',
  'RUNTIME-012': 'nobody provides this shared module and there is no fallback (`import: false`)',
  'RUNTIME-013': 'the manifest lacks a field: is this URL an mf-manifest.json?',
  'RUNTIME-014': 'the remote does not expose this module: check the key in its `exposes`',
  'RUNTIME-015': 'the `init` of the remote failed',
  ENTRY_URL_REFUSED:
    'remotes are loaded from http: and https: only (in Node, and on pages from files, also file:), and a manifest from the network leads to no file: is the scheme missing?',
  MANIFEST_NAME_MISMATCH:
    'the script ran but left no container in the global variable that the manifest names: are the two of one build?',
  NAME_COLLISION:
    'a remote of that name is there already, with another URL: replace it by `registerRemotes` with `force`, or build one of them under another name',
  NAME_REFUSED:
    'the platform has a global variable of that name, which the container would replace: give the remote another name, or build it as an ES module',
  PLUGINS_REFUSED:
    'this runtime comes without plugins: take `@hansa/runtime` in place of `@hansa/runtime/plain`',
  'SHARE-001': 'no provided version satisfies the required range',
  'SHARE-002': 'every provider of this shared module failed to load',
} as const;

/** Of RUNTIME-008, where the entry is there. */
const chunkText =
  'the remote does not hand out this module: a file of it could not be loaded, or its build has errors';

/** What to do, by reason. */
export const hints: Partial<Record<FailureReason, string>> = {
  network:
    'Nothing answered, or nothing that the page may have: is the server up, are CORS, CSP and content-type right?',
  http: 'The server answered with an error: is the file deployed at this URL?',
  html: 'The server answered with an HTML page: is it the fallback of a single-page app, or a login?',
  timeout: 'There was no answer in time.',
  parse: 'The file is cut off, or of a syntax that does not run here.',
  execution: 'The file threw while it ran (or, from another origin, could not be parsed).',
  size: 'The answer has more than 10 MB, or does not end.',
  'content-type': 'The server does not say that the file is JavaScript: set its content-type.',
  redirect: 'The server redirects to another origin: register the remote with that URL.',
};

/** Shows the README of this package, which has a place for each code. */
const PAGE = 'https://npmjs.com/package/@hansa/runtime';

/** Makes (never throws) the error for `code`: what happened and what to do in development, link, code and facts always. */
export function federationError(
  code: ErrorCode,
  fields: ErrorFields,
  cause?: unknown,
): FederationError {
  const text = __DEV__ ? textOf(code, fields) : '';
  const reason = cause
    ? ' Original Error Message: ' + ((cause as Error).message || String(cause))
    : '';
  const message =
    '[ Federation Runtime ]: ' + text + PAGE + '#' + code + ' ' + JSON.stringify(fields) + reason;
  return Object.assign(new Error(message), fields, { code, cause });
}

function textOf(code: ErrorCode, { phase, reason }: ErrorFields): string {
  const text = phase === 'chunk' ? chunkText : texts[code];
  const hint = reason && hints[reason];
  return text + (text.endsWith('?') ? ' ' : '. ') + (hint ? hint + ' ' : '');
}

/** Also of another copy of this runtime, and of the 2.9 packages where it has a code. */
export function isFederationError(error: unknown): error is FederationError {
  return (
    !!error &&
    /^(RUNTIME|SHARE)-|_(REFUSED|MISMATCH|COLLISION)$/.test((error as { code: string }).code)
  );
}
