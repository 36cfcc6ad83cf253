import { isModuleLibrary } from '@hansa/core';
import { sourceTypes } from './sourceTypes.ts';
import type { Chunk, Compilation, Compiler } from './Webpack.ts';

/**
 * Newer versions of webpack write the entry of an ES module past the module factories if its runtime is elsewhere: it
 * would run before what it imports from others is there. One that asks for `module` stays where it can wait.
 */
export function keepEntries({ options, webpack }: Compiler, compilation: Compilation): void {
  const { entry, output } = options;
  if (!output.module) return;
  const isModule = isModuleLibrary(entry, output.library);
  const waits = (chunk: Chunk): boolean =>
    [sourceTypes.consume, sourceTypes.remote].some((type) =>
      compilation.chunkGraph.getChunkModulesIterableBySourceType(chunk, type),
    );
  compilation.hooks.additionalModuleRuntimeRequirements.tap(
    'HansaEntries',
    (module, requirements) => {
      const { chunkGraph } = compilation;
      if (!chunkGraph.isEntryModule(module)) return;
      for (const chunk of chunkGraph.getModuleChunksIterable(module)) {
        if (chunk.hasRuntime() || isModule(chunk.name ?? '') || !waits(chunk)) continue;
        requirements.add(webpack.RuntimeGlobals.module);
      }
    },
  );
}
