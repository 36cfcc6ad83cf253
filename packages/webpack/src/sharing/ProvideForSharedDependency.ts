import { type RequestDependencyClass, requestDependency } from '../RequestDependency.ts';
import type { Webpack } from '../Webpack.ts';

/** From a provided share to its module. */
export const getProvideForSharedDependency: (webpack: Webpack) => RequestDependencyClass =
  requestDependency('ProvideForSharedDependency', 'provide module for shared');
