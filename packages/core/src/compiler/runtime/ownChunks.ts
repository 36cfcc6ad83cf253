import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimePlace } from './runtimePieces.ts';
import { ownEntryChunks } from './startup.ts';

/**
 * Lets a runtime run none but its own entries of the chunks that all runtimes of a build take from one list on the page. One
 * that belongs to another (`runtimeChunk`, `dependOn`) would start twice, and without its modules.
 */
export function ownChunksPieces({ compiler, compilation, chunk }: RuntimePlace): RuntimePiece[] {
  const { output } = compiler.options;
  const { chunkLoadingGlobal, globalObject = 'self' } = output;
  const { chunkLoading = output.chunkLoading } = chunk.getEntryOptions() ?? {};
  if (chunkLoading !== 'jsonp') return [];
  const own = ownEntryChunks(compilation, chunk);
  if (!own) return [];
  const list = `${globalObject}[${JSON.stringify(chunkLoadingGlobal)}]`;
  // A chunk says of which others it holds the modules, too.
  const isOwn = own.length
    ? `chunk[0].some(function (id) { return ${JSON.stringify(own)}.indexOf(id) >= 0; })`
    : 'false';
  const before = `var page = ${list} = ${list} || [];
// What follows the modules of a chunk is the start of its entry.
function pass(chunk) { return ${isOwn} ? chunk : chunk.slice(0, 2); }
${list} = page.map(pass);
${list}.page = page;
${list}.pass = pass;`;
  // A hot update may run this part again, and not the other.
  const after = `var own = ${list}, page = own.page;
if (page) {
  var push = page.push;
  ${list} = page;
  page.push = function (chunk) {
    var result = own.push(own.pass(chunk));
    return push.call(page, chunk) || result;
  };
}`;
  return [
    { name: 'federation own chunks', stage: 'STAGE_NORMAL', text: before },
    { name: 'federation chunks of the page', stage: 'STAGE_TRIGGER', text: after },
  ];
}
