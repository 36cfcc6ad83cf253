import { failure } from './failure.ts';

/**
 * Milliseconds after which a request that neither succeeded nor failed counts as failed; a remote that needs longer
 * says so with `timeout`. The 2.9 packages wait 20,000 for a script, and for all else without end.
 */
export const TIMEOUT = 10_000;

/** What `start` promises, or a failure for the reason `timeout`; the signal tells that nobody waits any more. */
export function withDeadline<T>(
  milliseconds: number,
  start: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      reject(failure('timeout', milliseconds + ' ms'));
      abort.abort();
    }, milliseconds);
    void start(abort.signal)
      .then(resolve, reject)
      .then(() => clearTimeout(timer));
  });
}
