import type { Compiler } from '@rspack/core';
import {
  claimContainerFilename,
  claimContainerRuntime,
  keepContainerWhole,
  type ContainerPlan,
} from '@hansa/core';

/** What a container asks of the options of its build. */
export function prepareContainer(compiler: Compiler, container: ContainerPlan): void {
  claimContainerRuntime(compiler, container);
  claimContainerFilename(compiler, container);
  const { output, optimization } = compiler.options;
  const { type } = container.library;
  // Before the defaults are applied: `output.module` depends on it.
  const types = (output.enabledLibraryTypes ??= ['...']);
  if (!types.includes(type)) types.push(type);
  // After the defaults, which know the groups, and before Rspack reads them.
  compiler.hooks.afterEnvironment.tap('ModuleFederationPlugin', () => {
    keepContainerWhole(optimization.splitChunks, container.name);
  });
}
