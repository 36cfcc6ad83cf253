import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimePlace } from './runtimePieces.ts';
import { sharesChunkList } from './startup.ts';

/**
 * All runtimes of a build take its chunks from one list on the page, and run the entries in them. That of a container takes
 * none of those that have another runtime (`runtimeChunk`, `dependOn`): the app would start twice, and without its modules.
 */
export function ownChunksPieces({ compiler, compilation, chunk }: RuntimePlace): RuntimePiece[] {
  const { chunkLoading, chunkLoadingGlobal, globalObject = 'self' } = compiler.options.output;
  if (chunkLoading !== 'jsonp' || !sharesChunkList(compilation, chunk)) return [];
  const list = `${globalObject}[${JSON.stringify(chunkLoadingGlobal)}]`;
  // What follows the modules of a chunk is the start of its entry.
  const before = `var list = ${list} = ${list} || [];
${list} = list.map(function (chunk) { return chunk.slice(0, 2); });
${list}.page = list;`;
  const after = `var own = ${list}, list = own.page, push = list.push;
${list} = list;
list.push = function (chunk) {
  own.push(chunk.slice(0, 2));
  return push.call(list, chunk);
};`;
  return [
    { name: 'federation own chunks', stage: 'STAGE_NORMAL', text: before },
    { name: 'federation chunks of the page', stage: 'STAGE_TRIGGER', text: after },
  ];
}
