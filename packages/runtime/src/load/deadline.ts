import { failure } from './failure.ts';

/** Milliseconds after which a request that neither succeeded nor failed counts as failed; the 2.9 packages wait as long for a script. */
export const TIMEOUT = 20_000;

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
