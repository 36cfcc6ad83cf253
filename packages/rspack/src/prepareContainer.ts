import type { Compiler } from '@rspack/core';
import { OptionsError, type ContainerPlan } from '@hansa/core';
import { keepContainerWhole } from './keepContainerWhole.ts';

/** Names of the runtimes that hold a container, per compiler. */
const containerRuntimes = new WeakMap<Compiler, Set<string>>();

/** What a container asks of the options of its build. */
export function prepareContainer(compiler: Compiler, container: ContainerPlan): void {
  claimRuntime(compiler, container);
  const { output, optimization } = compiler.options;
  const { type } = container.library;
  // Before the defaults are applied: `output.module` depends on it.
  const types = (output.enabledLibraryTypes ??= ['...']);
  if (!types.includes(type)) types.push(type);
  // After the defaults, which know the groups, and before Rspack reads them.
  compiler.hooks.afterEnvironment.tap('ModuleFederationPlugin', () => {
    if (optimization.splitChunks) keepContainerWhole(optimization.splitChunks, container.name);
  });
}

/** Of the runtime chunk that a container is in. */
export function runtimeName({ name, runtime }: ContainerPlan): string {
  return runtime || name;
}

/** Rspack prints the exposes of one container per runtime and drops the others without a word. */
function claimRuntime(compiler: Compiler, container: ContainerPlan): void {
  const runtime = runtimeName(container);
  const claimed = containerRuntimes.get(compiler) ?? new Set();
  if (claimed.has(runtime)) {
    const path = container.runtime ? 'runtime' : 'name';
    const message = `the runtime \`${runtime}\` of this build has a container already, choose another name`;
    throw new OptionsError([{ code: 'DUPLICATE', path, message }]);
  }
  containerRuntimes.set(compiler, claimed.add(runtime));
}
