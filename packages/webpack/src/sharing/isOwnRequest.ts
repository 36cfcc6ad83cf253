import type { Dependency } from '../Webpack.ts';

/** The fallback and the provided module are the real ones, of this plugin and of webpack's own. */
export function isOwnRequest(dependency: Dependency | undefined): boolean {
  return (
    dependency?.type === 'consume shared fallback' ||
    dependency?.type === 'provide module for shared'
  );
}
