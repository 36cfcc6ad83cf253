import { normalizeShared, type SharedPlan, type SharePluginOptions } from '@hansa/core';
import type { Compiler } from '../Webpack.ts';
import { applyConsumes } from './ConsumeSharedPlugin.ts';
import { applyProvides } from './ProvideSharedPlugin.ts';

/** Consumes and provides the same modules: whichever build of a page has the best version serves all. */
export class SharePlugin {
  private readonly shared: SharedPlan;

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: SharePluginOptions) {
    this.shared = normalizeShared(options);
  }

  apply(compiler: Compiler): void {
    applyConsumes(compiler, this.shared.consumes);
    applyProvides(compiler, this.shared.provides);
  }
}
