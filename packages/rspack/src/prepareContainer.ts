import type { Compiler } from '@rspack/core';
import {
  claimContainerFilename,
  claimContainerRuntime,
  keepContainerWhole,
  OptionsError,
  ownContainerRuntime,
  refuseModuleVariable,
  type ContainerPlan,
} from '@hansa/core';

/** What a container asks of the options of its build. @throws OptionsError when Rspack does not write such a library */
export function prepareContainer(compiler: Compiler, container: ContainerPlan): void {
  claimContainerRuntime(compiler, container);
  claimContainerFilename(compiler, container);
  const { output, optimization } = compiler.options;
  const { type } = container.library;
  if (type === 'jsonp' && compiler.rspack.rspackVersion.startsWith('2.0.')) {
    const message = 'Rspack 2.0 writes no such libraries, update it to 2.1';
    throw new OptionsError([{ code: 'NOT_SUPPORTED', path: 'library.type', message }]);
  }
  if (type === 'module' && optimization.providedExports === false) {
    const message = 'Rspack then writes no exports of libraries of type `module`, remove it';
    const path = 'optimization.providedExports';
    throw new OptionsError([{ code: 'NOT_SUPPORTED', path, message }]);
  }
  // Before the defaults are applied: `output.module` depends on it.
  const types = (output.enabledLibraryTypes ??= ['...']);
  if (!types.includes(type)) types.push(type);
  // After the defaults, which know the groups, and before Rspack reads them.
  compiler.hooks.afterEnvironment.tap('ModuleFederationPlugin', () => {
    refuseModuleVariable(output, container);
    keepContainerWhole(optimization.splitChunks, container.name);
    ownContainerRuntime(compiler.options, container);
  });
}
