import { isModuleLibrary, waits } from '@hansa/core';
import { sourceTypes } from './sourceTypes.ts';
import type { Compilation, Compiler } from './Webpack.ts';

/**
 * Newer versions of webpack write the entry of an ES module past the module factories if its runtime is elsewhere: it
 * would run before what it imports from others is there. One that asks for `module` stays where it can wait.
 */
export function keepEntries({ options, webpack }: Compiler, compilation: Compilation): void {
  const { entry, output } = options;
  if (!output.module) return;
  const isModule = isModuleLibrary(entry, output.library);
  compilation.hooks.additionalModuleRuntimeRequirements.tap(
    'HansaEntries',
    (module, requirements) => {
      const { chunkGraph } = compilation;
      if (!chunkGraph.isEntryModule(module)) return;
      for (const chunk of chunkGraph.getModuleChunksIterable(module)) {
        if (
          chunk.hasRuntime() ||
          isModule(chunk.name ?? '') ||
          !waits(chunkGraph, chunk, sourceTypes)
        )
          continue;
        requirements.add(webpack.RuntimeGlobals.module);
      }
    },
  );
}
