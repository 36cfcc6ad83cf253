import { type RequestDependencyClass, requestDependency } from '../RequestDependency.ts';
import type { Webpack } from '../Webpack.ts';

/** From a consumed share to the module that is used when the scope has no better one. */
export const getConsumeSharedFallbackDependency: (webpack: Webpack) => RequestDependencyClass =
  requestDependency('ConsumeSharedFallbackDependency', 'consume shared fallback');
