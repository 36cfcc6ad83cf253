import type { Compilation, Compiler, Module } from '@rspack/core';

const NAME = 'HansaRestoredShares';
/** These look for shares again in every start, restored or not. */
const LOOKS_AGAIN = /^2\.([0-2]\.|3\.[0-2]\b)/;

/**
 * Since 2.3.3 Rspack restores from its persistent cache what imports lead to, without looking again, and its
 * ProvideSharedPlugin, which sees shares only when they are looked for, provides none: a container that shares nothing,
 * and two copies of React on the page. So what consumes shares is made again, once, and with it what it leads to.
 */
export function applyRestoredShares(compiler: Compiler): void {
  const { cache } = compiler.options;
  const isPersistent = typeof cache === 'object' && cache.type === 'persistent';
  if (!isPersistent || LOOKS_AGAIN.test(compiler.rspack.rspackVersion)) return;
  let isFirst = true;
  let isRestored = false;
  compiler.hooks.make.tap(NAME, ({ modules }) => {
    isRestored = isFirst && modules.size > 0;
    isFirst = false;
  });
  // Before the plugin adds what it saw.
  compiler.hooks.finishMake.tapPromise({ name: NAME, stage: -1000 }, async (compilation) => {
    if (!isRestored) return;
    const consumes = [...compilation.modules].filter((module) =>
      module.identifier().startsWith('consume shared module '),
    );
    await Promise.all(consumes.map((module) => makeAgain(compilation, module)));
  });
}

function makeAgain(compilation: Compilation, module: Module): Promise<void> {
  return new Promise((resolve, reject) => {
    compilation.rebuildModule(module, (error) => (error ? reject(error) : resolve()));
  });
}
