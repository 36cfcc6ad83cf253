/**
 * What `import … from '@hansa/runtime'` resolves to in a federated build: no runtime of its own, only the way to the
 * one that the bundler put into the page. In two files, so that a build may hold one of them alone, and CommonJS, so
 * that neither is merged into another module.
 */
import type { WebpackRequire } from '../bundler/require.ts';
import type { ModuleFederation } from '../index.ts';

declare const __webpack_require__: WebpackRequire;
declare const __webpack_runtime_id__: unknown;

/** Where the bundler put it. */
export const federation = (): WebpackRequire['federation'] => {
  // Marks the chunks that contain this module, for the build plugin.
  void __webpack_runtime_id__;
  return __webpack_require__.federation;
};

export const current = (): ModuleFederation => {
  const place = federation();
  return place.other || place.instance!;
};
