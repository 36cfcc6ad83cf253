import { INCLUDE_STAGE, type ProvidePlan } from '@hansa/core';
import type { Compilation, Compiler, Module } from '@rspack/core';
import { moduleUse } from './moduleUse.ts';

const NAME = 'HansaRestoredShares';
/** These cannot make a module again at that point; only what is imported without being consumed is lost there. */
const TOO_OLD = /^2\.[0-2]\./;

/**
 * Rspack restores from its persistent cache what imports lead to, without looking again (before 2.3.3 except for those of
 * consumed modules), and its ProvideSharedPlugin, which sees shares only when they are looked for, provides none: a
 * container that shares nothing, and two copies of React on the page. So what imports shares is made again, once, and with
 * it what it leads to.
 */
export function applyRestoredShares(compiler: Compiler, provides: readonly ProvidePlan[]): void {
  const { cache } = compiler.options;
  const isPersistent = typeof cache === 'object' && cache.type === 'persistent';
  if (!provides.length || !isPersistent || TOO_OLD.test(compiler.rspack.rspackVersion)) return;
  let isFirst = true;
  let isRestored = false;
  compiler.hooks.make.tap(NAME, ({ modules }) => {
    isRestored = isFirst && modules.size > 0;
    isFirst = false;
  });
  // Before the plugin adds what it saw.
  const stage = INCLUDE_STAGE + 1;
  compiler.hooks.finishMake.tapPromise({ name: NAME, stage }, async (compilation) => {
    if (!isRestored) return;
    const importers = importersOf(compilation, provides);
    await Promise.all(importers.map((module) => makeAgain(compilation, module)));
  });
}

/** One importer at least of each share that is in use: those that consume it, or else one that does not share it. */
function importersOf(
  { modules, moduleGraph }: Compilation,
  provides: readonly ProvidePlan[],
): Module[] {
  const isUsed = moduleUse(moduleGraph);
  const found = new Map<string, Module>();
  const restored: Module[] = [];
  for (const module of modules) {
    const id = module.identifier();
    if (id.startsWith('provide shared module ')) restored.push(module);
    else if (id.startsWith('consume shared module ') && isUsed(module)) found.set(id, module);
  }
  const files = restored.flatMap((module) => [...moduleGraph.getOutgoingConnections(module)]);
  for (const { module } of files) {
    const importers = module ? [...moduleGraph.getIncomingConnections(module)] : [];
    if (importers.some(({ originModule: one }) => one && found.has(one.identifier()))) continue;
    const other = importers.find(
      ({ originModule: one, dependency }) =>
        one && isShared(dependency.request, provides) && isUsed(one),
    );
    if (other) found.set(other.originModule!.identifier(), other.originModule!);
  }
  return [...found.values()];
}

function isShared(request: string | undefined, provides: readonly ProvidePlan[]): boolean {
  return provides.some((plan) =>
    plan.request.endsWith('/') ? request?.startsWith(plan.request) : request === plan.request,
  );
}

function makeAgain(compilation: Compilation, module: Module): Promise<void> {
  return new Promise((resolve, reject) => {
    compilation.rebuildModule(module, (error) => (error ? reject(error) : resolve()));
  });
}
