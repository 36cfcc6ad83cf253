import { type ContainerPlan, OptionsError } from '@hansa/core';
import type { Compiler } from '../Webpack.ts';

/** @throws OptionsError when webpack does not write such a library for a container: before 5.99 it looks for exports of a file. */
export function refuseLibrary({ webpack, options }: Compiler, { library }: ContainerPlan): void {
  const [major, minor] = webpack.version.split('.').map(Number) as [number, number];
  if (major > 5 || minor >= 99) return;
  if (library.type === 'modern-module') {
    const message = 'webpack before 5.99 cannot write a container so, set it to "module" or update';
    throw new OptionsError([{ code: 'NOT_SUPPORTED', path: 'library.type', message }]);
  }
  if (library.type === 'module' && options.optimization.providedExports === false) {
    const message =
      'webpack before 5.99 then writes no exports of libraries of type `module`, remove it or update';
    const path = 'optimization.providedExports';
    throw new OptionsError([{ code: 'NOT_SUPPORTED', path, message }]);
  }
}
