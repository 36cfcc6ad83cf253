import {
  applyBuildProblems,
  containerRuntime,
  type FederationPlan,
  setContainerOutput,
  setUniqueName,
  ManifestPlugin,
  type ModuleFederationPluginOptions,
  normalizeOptions,
  optionNotices,
  refuseLoaderExternals,
  withOwnChunks,
} from '@hansa/core';
import { applyContainer } from './container/ContainerPlugin.ts';
import { federate } from './federate.ts';
import { applyRemotes } from './remotes/ContainerReferencePlugin.ts';
import { applyConsumes } from './sharing/ConsumeSharedPlugin.ts';
import { applyProvides } from './sharing/ProvideSharedPlugin.ts';
import { sourceTypes } from './sourceTypes.ts';
import type { Compiler } from './Webpack.ts';

/** Module Federation for webpack 5: what a build exposes, which remotes it uses, what it shares. */
export class ModuleFederationPlugin {
  readonly name = 'ModuleFederationPlugin';
  private readonly plan: FederationPlan;
  private readonly notices: readonly string[];

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ModuleFederationPluginOptions) {
    this.plan = normalizeOptions(options);
    this.notices = optionNotices(options);
  }

  /** @throws OptionsError if the options of webpack, or another instance of this plugin, rule this one out. */
  apply(compiler: Compiler): void {
    const container = this.plan.container && withOwnChunks(compiler, this.plan.container);
    const plan = { ...this.plan, container };
    const { name, shareStrategy, asyncStartup, runtimePlugins } = plan;
    const { remotes, consumes, provides } = plan;
    refuseLoaderExternals(compiler, plan);
    const logger = compiler.getInfrastructureLogger(this.name);
    const named = setUniqueName(compiler.options, name, this);
    for (const notice of [...this.notices, ...(named ? [named] : [])]) logger.warn(notice);

    const runtime = container && containerRuntime(container);
    federate(compiler, { name, shareStrategy, asyncStartup, runtimePlugins, container: runtime });
    if (container) {
      setContainerOutput(compiler.options);
      applyContainer(compiler, container, shareStrategy);
    }
    if (remotes.length) applyRemotes(compiler, remotes);
    if (consumes.length) applyConsumes(compiler, consumes);
    if (provides.length) applyProvides(compiler, provides);
    applyBuildProblems(compiler, plan, sourceTypes);
    new ManifestPlugin(plan, sourceTypes, 'webpack').apply(compiler);
  }
}
