import { type RequestDependencyClass, requestDependency } from '../RequestDependency.ts';
import type { Webpack } from '../Webpack.ts';

/** From a remote module to the module that yields its container. */
export const getRemoteToExternalDependency: (webpack: Webpack) => RequestDependencyClass =
  requestDependency('RemoteToExternalDependency', 'remote to external');
