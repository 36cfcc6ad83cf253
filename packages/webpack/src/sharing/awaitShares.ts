import type { Compilation, Module } from '../Webpack.ts';
import { targetOf } from './shareTarget.ts';

/** What runs before its importer does; `import()` yields a promise anyway. */
const WAITING = /^(?:harmony |consume shared fallback$)/;

/**
 * Makes the importers of a share wait whose fallback uses top-level await, as they would wait for the module itself:
 * webpack follows static imports only, and a fallback is none. After webpack has found the rest.
 */
export function awaitShares({ hooks, moduleGraph }: Compilation): void {
  hooks.finishModules.tap({ name: 'HansaConsumes', stage: 100 }, (modules) => {
    const queue = new Set<Module>();
    for (const module of modules) {
      if (module.type !== 'consume-shared-module') continue;
      const target = targetOf(module);
      const fallback = target && moduleGraph.getModule(target);
      if (fallback && moduleGraph.isAsync(fallback)) queue.add(module);
    }
    // The set grows while it is walked.
    for (const module of queue) {
      moduleGraph.setAsync(module);
      for (const connection of moduleGraph.getIncomingConnections(module)) {
        const { originModule, dependency } = connection;
        if (!originModule || !WAITING.test(dependency?.type ?? '')) continue;
        if (connection.isTargetActive(undefined)) queue.add(originModule);
      }
    }
  });
}
