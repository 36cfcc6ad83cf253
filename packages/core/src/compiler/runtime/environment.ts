import { isProduction } from '../production.ts';
import type { RuntimeCompiler } from './RuntimeCompiler.ts';
import type { Environment } from './runtimeText.ts';

/** Where the output of a compiler will run. */
export function environmentOf({ options, platform }: RuntimeCompiler): Environment {
  const { node, web } = platform ?? options.externalsPresets;
  const { module, environment } = options.output;
  const es5 = !!web && !module && environment?.arrowFunction === false;
  return { node: !!node && !web, dev: !isProduction(options), es5 };
}
