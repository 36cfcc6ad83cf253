import { createHash } from 'node:crypto';
import type { Compiler } from '@rspack/core';
import type { NativeOptions } from './nativeOptions.ts';

/**
 * Rspack's persistent cache does not know the options of the federation plugins: after a change of `singleton`, a range
 * or a share scope it answers with the tables of before. Each set of options gets a cache of its own.
 */
export function separateCache(cache: Compiler['options']['cache'], native: NativeOptions): void {
  if (typeof cache !== 'object' || cache.type !== 'persistent') return;
  const digest = createHash('sha256').update(JSON.stringify(native)).digest('hex').slice(0, 16);
  cache.version = `${cache.version ?? ''}+federation-${digest}`;
}
