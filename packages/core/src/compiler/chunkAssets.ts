import type { ManifestAssets } from '@hansa/runtime/protocol';
import { noAssets } from '../manifest/assets.ts';
import type { ChunkGroupLike } from './CompilerLike.ts';

/**
 * Files of chunk groups: `sync` is what they load themselves, `async` what their modules can load later, without
 * going through a group in `beyond`.
 */
export function chunkAssets(
  groups: Iterable<ChunkGroupLike>,
  beyond: ReadonlySet<ChunkGroupLike>,
): ManifestAssets {
  const assets = noAssets();
  const listed = new Set<string>();
  const seen = new Set(groups);
  const roots = seen.size;
  let index = 0;
  // The set grows while it is walked.
  for (const group of seen) {
    const when = index++ < roots ? 'sync' : 'async';
    for (const file of filesOf(group)) {
      const kind = kindOf(file);
      if (!kind || listed.has(file)) continue;
      listed.add(file);
      assets[kind][when].push(file);
    }
    for (const child of group.childrenIterable) if (!beyond.has(child)) seen.add(child);
  }
  return assets;
}

/** Undefined for what no page loads by itself: source maps, hot updates. */
export function kindOf(file: string): 'js' | 'css' | undefined {
  if (file.includes('.hot-update.')) return undefined;
  const extension = /\.([^./?]+)(?:\?|$)/.exec(file)?.[1];
  if (extension === 'css') return 'css';
  return extension === 'js' || extension === 'mjs' || extension === 'cjs' ? 'js' : undefined;
}

function filesOf(group: ChunkGroupLike): string[] {
  return group.chunks.flatMap((chunk) => [...chunk.files]);
}
