import type { Webpack } from '../Webpack.ts';

type WebpackError = InstanceType<Webpack['WebpackError']>;

/** Codes of the warnings and errors of shared modules. */
export type ShareProblemCode =
  'REQUIRED_VERSION_UNKNOWN' | 'VERSION_UNKNOWN' | 'SHARED_MODULE_NOT_FOUND';

/** A warning or an error about the shared module `request`. */
export function shareProblem(
  webpack: Webpack,
  code: ShareProblemCode,
  request: string,
  message: string,
): WebpackError & { code: ShareProblemCode } {
  const error = new webpack.WebpackError(message);
  error.file = `shared module ${request}`;
  return Object.assign(error, { code });
}
