import { type ContainerPlan, type ContainerPluginOptions, normalizeContainer } from '@hansa/core';
import { federate } from '../federate.ts';
import { moduleFactory } from '../moduleFactory.ts';
import type { Compilation, Compiler } from '../Webpack.ts';
import { getContainerEntryDependency } from './ContainerEntryDependency.ts';
import { getContainerEntryModule } from './ContainerEntryModule.ts';
import { getExposedDependency } from './ExposedDependency.ts';
import { keepOutOfSplitChunks } from './keepOutOfSplitChunks.ts';

/** Builds a container: an entry through which other builds load the exposed modules. */
export class ContainerPlugin {
  readonly plan: ContainerPlan;

  /** @throws OptionsError */
  constructor(options: ContainerPluginOptions) {
    this.plan = normalizeContainer(options);
  }

  apply(compiler: Compiler): void {
    applyContainer(compiler, this.plan);
  }
}

const NAME = 'HansaContainer';
/** After the entries of the configuration, so that those come first in what HTML plugins print. */
const AFTER_ENTRIES = 100;

export function applyContainer(compiler: Compiler, plan: ContainerPlan): void {
  const { webpack, options } = compiler;
  const { name, filename, library } = plan;
  federate(compiler, { name, container: name });

  const libraryTypes = options.output.enabledLibraryTypes!;
  if (!libraryTypes.includes(library.type)) libraryTypes.push(library.type);
  keepOutOfSplitChunks(compiler, name);

  compiler.hooks.thisCompilation.tap(NAME, ({ dependencyFactories }, { normalModuleFactory }) => {
    const factory = moduleFactory(getContainerEntryModule(webpack));
    dependencyFactories.set(getContainerEntryDependency(webpack), factory);
    dependencyFactories.set(getExposedDependency(webpack), normalModuleFactory);
  });

  compiler.hooks.make.tapAsync({ name: NAME, stage: AFTER_ENTRIES }, (compilation, callback) => {
    const { shareScope, exposes } = plan;
    const Dependency = getContainerEntryDependency(webpack);
    const dependency = new Dependency({ name, shareScope, exposes });
    // A page loads one file to get the container, so a runtime of its own must be in it.
    const runtime = plan.runtime ?? (options.optimization.runtimeChunk ? false : undefined);
    const entry = { name, filename, library, runtime } as EntryOptions;
    compilation.addEntry(compiler.context, dependency, entry, (error) => callback(error));
  });
}

type EntryOptions = Exclude<Parameters<Compilation['addEntry']>[2], string>;
