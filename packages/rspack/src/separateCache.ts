import { createHash } from 'node:crypto';
import type { Compiler } from '@rspack/core';
import type { ConsumePlan } from '@hansa/core';
import type { NativeOptions } from './nativeOptions.ts';

/**
 * Rspack's persistent cache does not know the options of the federation plugins: after a change of `singleton`, a range
 * or a share scope it answers with the tables of before. Each set of options gets a cache of its own.
 */
export function separateCache(
  cache: Compiler['options']['cache'],
  native: NativeOptions,
  consumes: readonly ConsumePlan[],
): void {
  if (typeof cache !== 'object' || cache.type !== 'persistent') return;
  const digest = createHash('sha256')
    .update(JSON.stringify([native, consumes], patternAsText))
    .digest('hex')
    .slice(0, 16);
  cache.version = `${cache.version ?? ''}+federation-${digest}`;
}

function patternAsText(_: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}
