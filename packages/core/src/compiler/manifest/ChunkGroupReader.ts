import type { ManifestAssets } from '@hansa/runtime/protocol';
import { noAssets } from '../../manifest/assets.ts';
import type { ChunkGroupLike, ChunkLike } from '../CompilerLike.ts';
import { once } from '../once.ts';

interface Asset {
  readonly file: string;
  readonly kind: 'js' | 'css';
}

/**
 * Reads the chunk groups of a finished compilation, each once: reading costs calls into native code on Rspack, and
 * exposes load the same groups.
 */
export class ChunkGroupReader {
  private readonly read = {
    chunks: new Map<ChunkGroupLike, readonly ChunkLike[]>(),
    assets: new Map<ChunkLike, readonly Asset[]>(),
    children: new Map<ChunkGroupLike, readonly ChunkGroupLike[]>(),
  };

  chunks(group: ChunkGroupLike): readonly ChunkLike[] {
    return once(this.read.chunks, group, () => group.chunks);
  }

  /**
   * Files of groups: `sync` is what they load themselves, `async` what their modules can load later, without going
   * through a group in `beyond`.
   */
  assets(groups: Iterable<ChunkGroupLike>, beyond: ReadonlySet<ChunkGroupLike>): ManifestAssets {
    const { read } = this;
    const found = noAssets();
    const listed = new Set<string>();
    const seen = new Set(groups);
    const roots = seen.size;
    let index = 0;
    // The set grows while it is walked.
    for (const group of seen) {
      const when = index++ < roots ? 'sync' : 'async';
      for (const { file, kind } of this.filesOf(group)) {
        if (listed.has(file)) continue;
        listed.add(file);
        found[kind][when].push(file);
      }
      const children = once(read.children, group, () => [...group.childrenIterable]);
      for (const child of children) if (!beyond.has(child)) seen.add(child);
    }
    return found;
  }

  private filesOf(group: ChunkGroupLike): Asset[] {
    return this.chunks(group).flatMap((chunk) =>
      once(this.read.assets, chunk, () => assetsOf(chunk)),
    );
  }
}

function assetsOf({ files }: ChunkLike): Asset[] {
  return [...files].flatMap((file) => {
    const kind = kindOf(file);
    return kind ? { file, kind } : [];
  });
}

/** Undefined for what no page loads by itself: source maps, hot updates. */
export function kindOf(file: string): 'js' | 'css' | undefined {
  if (file.includes('.hot-update.')) return undefined;
  const extension = /\.([^./?]+)(?:\?|$)/.exec(file)?.[1];
  if (extension === 'css') return 'css';
  return extension === 'js' || extension === 'mjs' || extension === 'cjs' ? 'js' : undefined;
}
