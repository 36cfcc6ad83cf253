import type { ManifestAssets } from '@hansa/runtime/protocol';
import { noAssets } from '../manifest/assets.ts';
import type { ChunkGroupLike } from './CompilerLike.ts';

type Files = readonly { readonly file: string; readonly kind: 'js' | 'css' }[];

/**
 * Lists the files of the chunk groups of a finished compilation. Each group is read once, because reading costs calls
 * into native code on Rspack and exposes load the same groups.
 */
export class ChunkAssets {
  private readonly files = new Map<ChunkGroupLike, Files>();
  private readonly children = new Map<ChunkGroupLike, readonly ChunkGroupLike[]>();

  /**
   * `sync` is what the groups load themselves, `async` what their modules can load later, without going through a
   * group in `beyond`.
   */
  of(groups: Iterable<ChunkGroupLike>, beyond: ReadonlySet<ChunkGroupLike>): ManifestAssets {
    const assets = noAssets();
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
        assets[kind][when].push(file);
      }
      for (const child of this.childrenOf(group)) if (!beyond.has(child)) seen.add(child);
    }
    return assets;
  }

  private filesOf(group: ChunkGroupLike): Files {
    let files = this.files.get(group);
    if (!files) {
      const all = group.chunks.flatMap((chunk) => [...chunk.files]);
      files = all.flatMap((file) => {
        const kind = kindOf(file);
        return kind ? { file, kind } : [];
      });
      this.files.set(group, files);
    }
    return files;
  }

  private childrenOf(group: ChunkGroupLike): readonly ChunkGroupLike[] {
    let children = this.children.get(group);
    if (!children) this.children.set(group, (children = [...group.childrenIterable]));
    return children;
  }
}

/** Undefined for what no page loads by itself: source maps, hot updates. */
export function kindOf(file: string): 'js' | 'css' | undefined {
  if (file.includes('.hot-update.')) return undefined;
  const extension = /\.([^./?]+)(?:\?|$)/.exec(file)?.[1];
  if (extension === 'css') return 'css';
  return extension === 'js' || extension === 'mjs' || extension === 'cjs' ? 'js' : undefined;
}
