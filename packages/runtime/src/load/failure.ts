/**
 * Why something could not be loaded.
 * `network`: no answer, or none that the browser lets the page have (CORS, CSP, type). `http`: an answer other than
 * success. `html`: a page where JavaScript or JSON was expected. `execution`: it threw; of a script of another origin
 * also that it could not be parsed. `refused`: never asked for. `size`, `content-type`, `redirect`: an answer that Node
 * does not take.
 */
export type FailureReason =
  | 'network'
  | 'http'
  | 'html'
  | 'timeout'
  | 'parse'
  | 'execution'
  | 'refused'
  | 'size'
  | 'content-type'
  | 'redirect';

export interface LoadFailure extends Error {
  reason: FailureReason;
  /** Of the answer, with the reason `http`. */
  status?: number | undefined;
}

export function failure(reason: FailureReason, message: string, status?: number): LoadFailure {
  return Object.assign(new Error(message), { reason, status }) as LoadFailure;
}
