import { type FederationPlan, type ModuleFederationPluginOptions, normalizeOptions } from '@hansa/core';
import { applyContainer } from './container/ContainerPlugin.ts';
import { federate } from './federate.ts';
import { applyRemotes } from './remotes/ContainerReferencePlugin.ts';
import { applyConsumes } from './sharing/ConsumeSharedPlugin.ts';
import { applyProvides } from './sharing/ProvideSharedPlugin.ts';
import type { Compiler } from './Webpack.ts';

/** Module Federation for one build: what it exposes, which remotes it uses, what it shares. */
export class ModuleFederationPlugin {
  readonly plan: FederationPlan;

  /** @throws OptionsError */
  constructor(options: ModuleFederationPluginOptions) {
    this.plan = normalizeOptions(options);
  }

  apply(compiler: Compiler): void {
    const { name, shareStrategy, asyncStartup, container, remotes, consumes, provides } = this.plan;
    federate(compiler, { name, shareStrategy, asyncStartup });
    if (container) applyContainer(compiler, container);
    if (remotes.length) applyRemotes(compiler, remotes);
    if (consumes.length) applyConsumes(compiler, consumes);
    if (provides.length) applyProvides(compiler, provides);
  }
}
