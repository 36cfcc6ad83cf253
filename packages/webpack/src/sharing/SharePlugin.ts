import { normalizeShared, type SharePluginOptions } from '@hansa/core';
import type { Compiler } from '../Webpack.ts';
import { applyConsumes } from './ConsumeSharedPlugin.ts';
import { applyProvides } from './ProvideSharedPlugin.ts';

/** Consumes and provides the same modules: whichever build of a page has the best version serves all. */
export class SharePlugin {
  readonly shared: ReturnType<typeof normalizeShared>;

  /** @throws OptionsError */
  constructor(options: SharePluginOptions) {
    this.shared = normalizeShared(options);
  }

  apply(compiler: Compiler): void {
    applyConsumes(compiler, this.shared.consumes);
    applyProvides(compiler, this.shared.provides);
  }
}
