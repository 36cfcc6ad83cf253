import type { Compilation } from '../Webpack.ts';

/** Codes of the errors and warnings about shared modules. */
export type ShareProblem =
  'SHARED_MODULE_NOT_FOUND' | 'REQUIRED_VERSION_UNKNOWN' | 'VERSION_UNKNOWN';

/** Adds a problem of the shared module `request` to the build: an error when the module is missing, else a warning. */
export function reportShare(
  compilation: Compilation,
  code: ShareProblem,
  request: string,
  message: string,
): void {
  const error = new compilation.compiler.webpack.WebpackError(message);
  error.file = `shared module ${request}`;
  const list = code === 'SHARED_MODULE_NOT_FOUND' ? compilation.errors : compilation.warnings;
  list.push(Object.assign(error, { code }));
}
