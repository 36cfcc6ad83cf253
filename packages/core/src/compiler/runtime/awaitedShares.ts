import { OptionsError } from '../../errors.ts';
import { chunkModules } from '../chunkModules.ts';
import type { TableSourceTypes } from './chunkReach.ts';
import type { RuntimeCompilation, RuntimeGraphModule } from './RuntimeCompiler.ts';
import { consumeIdentity } from '../shareIdentity.ts';

/** A static import; `import()` yields a promise anyway. */
const STATIC_IMPORT = /^(?:harmony|esm) (?!import\(\))/;

/**
 * Refuses static imports of shares whose fallback uses top-level await, where the bundler does not make the importers
 * wait: they would get a promise instead of the module.
 */
export function refuseAwaitedShares(
  { chunks, chunkGraph, moduleGraph, errors }: RuntimeCompilation,
  { consume }: TableSourceTypes,
): void {
  const modules = new Set<RuntimeGraphModule>();
  for (const chunk of chunks) {
    for (const module of chunkModules(chunkGraph, chunk, consume)) modules.add(module);
  }
  const refused = new Set<string>();
  for (const module of modules) {
    const [dependency] = module.blocks[0]?.dependencies ?? module.dependencies;
    const fallback = dependency && moduleGraph.getModule(dependency);
    if (!fallback || !moduleGraph.isAsync(fallback) || moduleGraph.isAsync(module)) continue;
    const importers = [...moduleGraph.getIncomingConnections(module)];
    if (!importers.some(({ dependency }) => STATIC_IMPORT.test(dependency?.type ?? ''))) continue;
    refused.add(consumeIdentity(module.identifier())?.shareKey ?? module.identifier());
  }
  for (const key of refused) errors.push(awaitedShareError(key));
}

function awaitedShareError(key: string): Error {
  const message = `it uses top-level await, and Rspack makes nobody wait for shared modules: use \`import()\` where it is imported, or do not share it`;
  return new OptionsError([
    { code: 'NOT_SUPPORTED', path: `shared[${JSON.stringify(key)}]`, message },
  ]);
}
