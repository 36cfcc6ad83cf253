import { chunkModules } from '../chunkModules.ts';
import type { TableSourceTypes } from './chunkReach.ts';
import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type {
  RuntimeBundler,
  RuntimeChunk,
  RuntimeCompilation,
  RuntimeGraphModule,
} from './RuntimeCompiler.ts';
import { isWorker } from './moduleWorkers.ts';
import type { RuntimePlace } from './runtimePieces.ts';
import { fallbackSharesText } from './runtimeText.ts';
import { consumeIdentity, provideIdentity } from '../shareIdentity.ts';

/**
 * The bundlers include what is provided in every entry, and not in workers, which would each use a copy of their own
 * beside that of their remotes. A worker provides what it consumes and the build provides elsewhere.
 */
export function fallbackSharesPieces(
  place: RuntimePlace,
  sourceTypes: TableSourceTypes,
  es5: boolean,
): RuntimePiece[] {
  if (!isWorker(place)) return [];
  const { compiler, compilation, chunk } = place;
  const { chunkGraph } = compilation;
  const shareOf = (data: { shareScope: string; shareKey: string; file?: string | undefined }) =>
    JSON.stringify([data.shareScope, data.shareKey, data.file]);

  const provided = new Map<string, string>();
  for (const module of modulesIn(compilation, compilation.chunks, sourceTypes.provide)) {
    const found = provideIdentity(module.identifier());
    if (found) provided.set(shareOf(found), found.version);
  }
  const versions: Record<string, string> = {};
  const chunks = chunk.getAllReferencedChunks();
  for (const module of modulesIn(compilation, chunks, sourceTypes.consume)) {
    const found = consumeIdentity(module.identifier());
    const version = found && provided.get(shareOf(found));
    // Several ranges of one share: one of them provides it.
    if (found && version && provided.delete(shareOf(found))) {
      versions[String(chunkGraph.getModuleId(module))] = version;
    }
  }
  if (!Object.keys(versions).length) return [];
  const { require } = (compiler.webpack as RuntimeBundler).RuntimeGlobals;
  const text = `${fallbackSharesText(es5)}(${require}, ${JSON.stringify(versions)});`;
  return [{ name: 'federation fallback shares', stage: 'STAGE_TRIGGER', text }];
}

function modulesIn(
  { chunkGraph }: RuntimeCompilation,
  chunks: Iterable<RuntimeChunk>,
  sourceType: string,
): RuntimeGraphModule[] {
  return [...chunks].flatMap((chunk) => chunkModules(chunkGraph, chunk, sourceType));
}
