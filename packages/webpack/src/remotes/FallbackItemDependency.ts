import { type RequestDependencyClass, requestDependency } from '../RequestDependency.ts';
import type { Webpack } from '../Webpack.ts';

/** From a list of fallbacks to a module that yields the container. */
export const getFallbackItemDependency: (webpack: Webpack) => RequestDependencyClass =
  requestDependency('FallbackItemDependency', 'fallback item');
