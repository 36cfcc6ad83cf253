import {
  applyPublicPath,
  claimContainerFilename,
  claimContainerRuntime,
  type ContainerPlan,
  type ContainerPluginOptions,
  containerRuntime,
  keepContainerWhole,
  ownContainerRuntime,
  normalizeContainer,
  refuseModuleVariable,
  type RuntimeContribution,
  withOwnChunks,
} from '@hansa/core';
import { federate } from '../federate.ts';
import { moduleFactory } from '../moduleFactory.ts';
import type { Compilation, Compiler, NormalModuleFactory } from '../Webpack.ts';
import { getContainerEntryDependency } from './ContainerEntryDependency.ts';
import { getContainerEntryModule } from './ContainerEntryModule.ts';
import { type ExposedDependency, getExposedDependency } from './ExposedDependency.ts';
import { refuseLibrary } from './refuseLibrary.ts';

/** Builds a container: an entry through which other builds load the exposed modules. */
export class ContainerPlugin {
  private readonly plan: ContainerPlan;

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ContainerPluginOptions) {
    this.plan = normalizeContainer(options);
  }

  /** @throws OptionsError if another container of the build has its runtime, or this webpack cannot write its library. */
  apply(compiler: Compiler): void {
    applyContainer(compiler, withOwnChunks(compiler, this.plan));
  }
}

const NAME = 'HansaContainer';
/** After the entries of the configuration, so that those come first in what HTML plugins print. */
const AFTER_ENTRIES = 100;

type EntryOptions = Exclude<Parameters<Compilation['addEntry']>[2], string>;

export function applyContainer(
  compiler: Compiler,
  plan: ContainerPlan,
  shareStrategy?: RuntimeContribution['shareStrategy'],
): void {
  const { webpack, options } = compiler;
  const { name, filename, library, shareScope, exposes } = plan;
  refuseLibrary(compiler, plan);
  claimContainerRuntime(compiler, plan);
  claimContainerFilename(compiler, plan);
  federate(compiler, { name, shareStrategy, container: containerRuntime(plan) });

  applyPublicPath(compiler, plan);
  const libraryTypes = options.output.enabledLibraryTypes!;
  if (!libraryTypes.includes(library.type)) libraryTypes.push(library.type);
  let runtime: string | false | undefined;
  // By then all plugins have had their say on the options, and the defaults are there.
  compiler.hooks.environment.tap(NAME, () => {
    refuseModuleVariable(options.output, plan);
    keepContainerWhole(options.optimization.splitChunks, name);
    runtime = ownContainerRuntime(options, plan);
  });

  compiler.hooks.thisCompilation.tap(NAME, ({ dependencyFactories }, { normalModuleFactory }) => {
    const factory = moduleFactory(getContainerEntryModule(webpack));
    dependencyFactories.set(getContainerEntryDependency(webpack), factory);
    dependencyFactories.set(getExposedDependency(webpack), normalModuleFactory);
    if (exposes.some(({ layer }) => layer)) setLayers(normalModuleFactory);
  });

  compiler.hooks.make.tapAsync({ name: NAME, stage: AFTER_ENTRIES }, (compilation, callback) => {
    const Dependency = getContainerEntryDependency(webpack);
    const dependency = new Dependency({ name, shareScope, exposes });
    const entry = { name, filename, library, runtime } as EntryOptions;
    compilation.addEntry(compiler.context, dependency, entry, (error) => callback(error));
  });
}

/** The container itself has no layer that its exposes could take over. */
function setLayers({ hooks }: NormalModuleFactory): void {
  hooks.beforeResolve.tap(NAME, (data) => {
    const [dependency] = data.dependencies;
    if (dependency?.type !== 'container exposed') return;
    const { layer } = (dependency as ExposedDependency).data;
    if (layer !== undefined) data.contextInfo = { ...data.contextInfo, issuerLayer: layer };
  });
}
