import { isProduction } from '../production.ts';
import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimeBundler } from './RuntimeCompiler.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/**
 * All runtimes of a build are handed their hot updates by one function on the page, and the last that comes takes it: with
 * its own container in it, as HtmlWebpackPlugin makes it, a page would wait for ever for the first. Each marks the URLs that
 * it asks for, and is handed what comes from these. An update may bring the function of its runtime anew.
 */
export function hotUpdatesPieces({ compiler, compilation, chunk }: RuntimePlace): RuntimePiece[] {
  const { output } = compiler.options;
  const { chunkLoadingGlobal, globalObject = 'self', hotUpdateGlobal } = output;
  const { chunkLoading = output.chunkLoading } = chunk.getEntryOptions() ?? {};
  if (isProduction(compiler.options) || chunkLoading !== 'jsonp') return [];
  if (compilation.entrypoints.size < 2) return [];
  const { loadScript, require } = (compiler.webpack as RuntimeBundler).RuntimeGlobals;
  const [list, name] = [chunkLoadingGlobal, hotUpdateGlobal].map((one) => JSON.stringify(one));
  const mark = JSON.stringify(`#${encodeURIComponent(String(chunk.id))}`);
  const text = `var page = ${globalObject}, load = ${loadScript};
if (${require}.hmrC && load && page[${name}]) {
  var chunks = page[${list}] = page[${list}] || [], takers = chunks.takers;
  if (!takers) {
    takers = chunks.takers = { last: page[${name}] };
    var route = function (id, modules, runtime) {
      var script = document.currentScript, mark = script ? new URL(script.src).hash : '';
      // What runs anew there would take in all chunks again, as they were.
      var run = runtime && function () {
        var taken = chunks.splice(0);
        takers.now = mark;
        try {
          runtime.apply(this, arguments);
        } finally {
          takers.now = '';
          chunks.unshift.apply(chunks, taken);
        }
      };
      (takers[mark] || takers.last)(id, modules, run);
    };
    Object.defineProperty(page, ${name}, {
      configurable: true,
      get: function () { return route; },
      set: function (taker) { takers[takers.now || 'last'] = taker; }
    });
  }
  takers[${mark}] = takers[${mark}] || takers.last;
  ${loadScript} = function (url, done) {
    // Only those of updates are loaded without a key.
    var isUpdate = arguments.length < 3 && url.indexOf('#') < 0;
    return load.apply(this, isUpdate ? [url + ${mark}, done] : arguments);
  };
}`;
  return [{ name: 'federation hot updates', stage: 'STAGE_TRIGGER', text }];
}
