import type { Compiler } from '@rspack/core';
import {
  applyBuildProblems,
  applyPublicPath,
  applyRuntime,
  containerRuntime,
  includeInternal,
  keepFederatedApart,
  setContainerOutput,
  setUniqueName,
  ManifestPlugin,
  normalizeOptions,
  optionNotices,
  OptionsError,
  ownContainerRuntime,
  refuseLoaderExternals,
  withOwnChunks,
  type ContainerPlan,
  type FederationPlan,
  type ModuleFederationPluginOptions,
  type RuntimeAdapter,
  type RuntimeContribution,
} from '@hansa/core';
import { withKnownSubpaths } from './knownSubpaths.ts';
import { noticeLazyCompilation } from './lazyCompilation.ts';
import { nativeOptions, type NativeOptions } from './nativeOptions.ts';
import { applyPortableIds } from './portableIds.ts';
import { prepareContainer } from './prepareContainer.ts';
import { applyReadableRanges } from './readableRanges.ts';
import { separateCache } from './separateCache.ts';
import { applyShareGate } from './shareGate.ts';
import { withOwnVersions } from './ownVersions.ts';
import { applyRestoredShares } from './restoredShares.ts';
import { refuseUnsupported } from './shareRequests.ts';

const sourceTypes = { remote: 'remote', consume: 'consume-shared', provide: 'share-init' };
const ADAPTER: RuntimeAdapter = { stage: 'STAGE_TRIGGER', sourceTypes, openHandlers: true };

/** Module Federation for Rspack 2: Rspack's native plugins print the tables, our runtime reads them. */
export class ModuleFederationPlugin {
  readonly name = 'ModuleFederationPlugin';
  private readonly plan: FederationPlan;
  private readonly notices: readonly string[];

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ModuleFederationPluginOptions) {
    this.plan = normalizeOptions(options);
    refuseUnsupported(this.plan);
    this.notices = optionNotices(options);
  }

  /** @throws OptionsError if Rspack's own options, or another instance of this plugin, rule this one out. */
  apply(compiler: Compiler): void {
    const { name } = this;
    const container = this.plan.container && withOwnChunks(compiler, this.plan.container);
    const plan = { ...this.plan, container };
    const { experiments, cache } = compiler.options;
    refuseOwnRuntime(experiments.runtimeMode);
    refuseLoaderExternals(compiler, plan);
    const logger = compiler.getInfrastructureLogger(name);
    const named = setUniqueName(compiler.options, plan.name, this);
    for (const notice of [...this.notices, ...(named ? [named] : [])]) logger.warn(notice);

    if (plan.container) {
      noticeLazyCompilation(compiler, (text) => logger.warn(text));
      setContainerOutput(compiler.options);
      prepareContainer(compiler, plan.container);
      applyPublicPath(compiler, plan.container);
    }
    // After the defaults, which know the groups, and before Rspack reads them.
    compiler.hooks.afterEnvironment.tap(name, () => {
      keepFederatedApart(compiler.options.optimization.splitChunks);
    });
    includeInternal(compiler, plan.remotes);
    applyShareGate(compiler, plan.consumes);
    applyReadableRanges(compiler, plan.consumes);
    if (plan.consumes.length) applyPortableIds(compiler);
    applyRestoredShares(compiler, plan.provides);
    const native = nativeOptions(plan);
    separateCache(cache, native, plan.consumes);
    compiler.hooks.afterPlugins.tap(name, () => {
      const known = withKnownSubpaths(compiler, plan);
      const provides = withOwnVersions(compiler, known.provides);
      applyNative(compiler, nativeOptions({ ...known, provides }), plan.container);
    });
    applyRuntime(compiler, contributionOf(plan), ADAPTER);
    applyBuildProblems(compiler, plan, sourceTypes);
    new ManifestPlugin(plan, sourceTypes, 'rspack').apply(compiler);
  }
}

function contributionOf(plan: FederationPlan): RuntimeContribution {
  const { name, shareStrategy, remotes, asyncStartup, container, runtimePlugins } = plan;
  const contribution = { name, shareStrategy, remotes, asyncStartup, runtimePlugins };
  return container ? { ...contribution, container: containerRuntime(container) } : contribution;
}

function refuseOwnRuntime(mode: string | undefined): void {
  if (mode !== 'rspack') return;
  const message = 'Rspack refuses the federation runtime in this mode, remove it or set "webpack"';
  throw new OptionsError([{ code: 'NOT_SUPPORTED', path: 'experiments.runtimeMode', message }]);
}

function applyNative(compiler: Compiler, native: NativeOptions, plan?: ContainerPlan): void {
  const { container, sharing } = compiler.rspack;
  if (native.container) {
    const runtime = plan && ownContainerRuntime(compiler.options, plan);
    const own = runtime === undefined ? {} : { runtime };
    new container.ContainerPlugin({ ...native.container, ...own }).apply(compiler);
  }
  if (native.references) new container.ContainerReferencePlugin(native.references).apply(compiler);
  if (native.consumes) new sharing.ConsumeSharedPlugin(native.consumes).apply(compiler);
  if (native.provides) new sharing.ProvideSharedPlugin(native.provides).apply(compiler);
}
