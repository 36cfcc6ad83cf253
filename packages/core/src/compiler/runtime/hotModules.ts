import { isProduction } from '../production.ts';
import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimeBundler } from './RuntimeCompiler.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/**
 * What hot updates take away. Shared and remote modules stay: a build with an error in the module that imports them has
 * none, and no chunk is loaded anew for which they would be fetched again when the next one has them. Without the module
 * of an expose, hosts would go on with what they have and hear of no further edit: the update is refused, so that the
 * client reloads the page.
 */
export function hotModulesPieces({ compiler }: RuntimePlace): RuntimePiece[] {
  if (isProduction(compiler.options)) return [];
  const { require } = (compiler.webpack as RuntimeBundler).RuntimeGlobals;
  const text = `var handlers = ${require}.hmrC || {};
var mapping = function (table, name) {
  return (${require}[table] || {})[name] || {};
};
var isFederated = function (id) {
  return mapping('consumesLoadingData', 'moduleIdToConsumeDataMapping')[id] || mapping('remotesLoadingData', 'moduleIdToRemoteDataMapping')[id];
};
var isExposed = function (id) {
  var thunks = mapping('initializeExposesData', 'moduleMap');
  return Object.keys(thunks).some(function (key) {
    return String(thunks[key]).replace(/[()]/g, ' ').indexOf(' ' + JSON.stringify(id) + ' ') >= 0;
  });
};
Object.keys(handlers).forEach(function (kind) {
  if (Object.getOwnPropertyDescriptor(handlers, kind).get) return;
  var download = handlers[kind];
  var handler = function (chunks, removedChunks, removedModules, promises, apply) {
    var gone = removedModules.filter(isExposed)[0];
    if (gone !== undefined) {
      apply.push(function () {
        return { error: new Error('Aborted because the exposed module ' + gone + ' is gone') };
      });
    }
    var args = [].slice.call(arguments);
    args[2] = removedModules.filter(function (id) { return !isFederated(id); });
    return download.apply(this, args);
  };
  // An update may bring the bundler's anew.
  Object.defineProperty(handlers, kind, {
    enumerable: true,
    get: function () { return handler; },
    set: function (next) { download = next; }
  });
});`;
  return [{ name: 'federation hot modules', stage: 'STAGE_TRIGGER', text }];
}
