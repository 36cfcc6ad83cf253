import { OptionsError } from '../../errors.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/** Refuses workers that are ES modules, and would load chunks as scripts do: webpack's default before 5.97. */
export function refuseScriptWorkers({ compiler, compilation, chunk }: RuntimePlace): void {
  if (!compiler.options.output.module) return;
  if (chunk.getEntryOptions()?.chunkLoading !== 'import-scripts') return;
  const message =
    'workers that are ES modules have no `importScripts`: set it and `output.chunkLoading` to "import", and `output.chunkFormat` to "module"';
  const path = 'output.workerChunkLoading';
  compilation.errors.push(new OptionsError([{ code: 'NOT_SUPPORTED', path, message }]));
}
