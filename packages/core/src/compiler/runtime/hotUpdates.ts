import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimeBundler } from './RuntimeCompiler.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/**
 * All runtimes of a build are handed their hot updates by one function on the page, and the last that comes takes it: with
 * its own container in it, as HtmlWebpackPlugin makes it, a page would wait for ever for the first. Each marks the URLs that
 * it asks for, and is handed what comes from these.
 */
export function hotUpdatesPieces({ compiler, compilation, chunk }: RuntimePlace): RuntimePiece[] {
  const { output, mode } = compiler.options;
  const { chunkLoadingGlobal, globalObject = 'self', hotUpdateGlobal } = output;
  const { chunkLoading = output.chunkLoading } = chunk.getEntryOptions() ?? {};
  if (mode === 'production' || chunkLoading !== 'jsonp') return [];
  if (compilation.entrypoints.size < 2) return [];
  const { loadScript, require } = (compiler.webpack as RuntimeBundler).RuntimeGlobals;
  const [list, taker] = [chunkLoadingGlobal, hotUpdateGlobal].map(
    (name) => `${globalObject}[${JSON.stringify(name)}]`,
  );
  const mark = `#${encodeURIComponent(String(chunk.id))}`;
  const text = `var take = ${taker}, load = ${loadScript}, mark = ${JSON.stringify(mark)};
if (${require}.hmrC && take && load) {
  var chunks = ${list} = ${list} || [], takers = chunks.takers = chunks.takers || {};
  takers[mark] = take;
  ${taker} = function () {
    var script = document.currentScript;
    return (takers[script && new URL(script.src).hash] || take).apply(this, arguments);
  };
  ${loadScript} = function (url, done) {
    // Only those of updates are loaded without a key.
    var args = arguments.length < 3 ? [url + mark, done] : arguments;
    return load.apply(this, args);
  };
}`;
  return [{ name: 'federation hot updates', stage: 'STAGE_TRIGGER', text }];
}
