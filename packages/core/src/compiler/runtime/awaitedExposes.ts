import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimeBundler, RuntimeGraphModule } from './RuntimeCompiler.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/**
 * Makes hosts wait for exposes that use top-level await, or are WebAssembly: who imports one statically would get a
 * promise instead of it.
 * @param stage by which the table of exposes has been printed
 */
export function awaitedExposesPieces(
  { compiler, compilation: { chunkGraph, moduleGraph }, chunk, requirements }: RuntimePlace,
  stage: RuntimePiece['stage'],
): RuntimePiece[] {
  const { asyncModule, instantiateWasm, require } = (compiler.webpack as RuntimeBundler)
    .RuntimeGlobals;
  if (!requirements.has(asyncModule) && !requirements.has(instantiateWasm)) return [];
  const container = [...chunk.getAllReferencedChunks()]
    .flatMap((one) => [...chunkGraph.getChunkEntryModulesIterable(one)] as RuntimeGraphModule[])
    .find((module) => module.identifier().startsWith('container entry '));
  const awaited = (container?.blocks ?? []).flatMap(({ dependencies }, index) => {
    const dependency = dependencies.at(-1);
    const module = dependency && moduleGraph.getModule(dependency);
    return module && moduleGraph.isAsync(module) ? index : [];
  });
  if (!awaited.length) return [];
  const text = `var exposes = ${require}.initializeExposesData.moduleMap, keys = Object.keys(exposes);
${JSON.stringify(awaited)}.forEach(function (index) {
  var load = exposes[keys[index]];
  exposes[keys[index]] = function () {
    return load().then(function (factory) { return factory(); }).then(function (module) {
      return function () { return module; };
    });
  };
});`;
  return [{ name: 'federation awaited exposes', stage, text }];
}
