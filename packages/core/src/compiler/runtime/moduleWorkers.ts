import { OptionsError } from '../../errors.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/**
 * A worker has no handlers while its entry waits: what it is sent by then, and who connects to it, is kept and handed out
 * when the entry has run.
 * @param wait what the entry waits for
 */
export function keepingMessages(wait: string): string {
  return `const early = [];
const keep = (event) => early.push(event);
for (const type of ['message', 'connect']) addEventListener(type, keep);
${wait}
queueMicrotask(() => {
  for (const type of ['message', 'connect']) removeEventListener(type, keep);
  for (const { type, data, origin, source, ports } of early) {
    dispatchEvent(new MessageEvent(type, { data, origin, source, ports: [...ports] }));
  }
});`;
}

/** Whether a runtime is that of a worker. */
export function isWorker({ compilation, chunk }: RuntimePlace): boolean {
  const entries = [...compilation.entrypoints.values()];
  return entries.every((entry) => entry.getRuntimeChunk()?.id !== chunk.id);
}

/** Refuses workers that are ES modules, and would load chunks as scripts do: webpack's default before 5.97. */
export function refuseScriptWorkers({ compiler, compilation, chunk }: RuntimePlace): void {
  if (!compiler.options.output.module) return;
  if (chunk.getEntryOptions()?.chunkLoading !== 'import-scripts') return;
  const message =
    'workers that are ES modules have no `importScripts`: set it and `output.chunkLoading` to "import", and `output.chunkFormat` to "module"';
  const path = 'output.workerChunkLoading';
  compilation.errors.push(new OptionsError([{ code: 'NOT_SUPPORTED', path, message }]));
}
