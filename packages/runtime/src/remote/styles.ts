import { removeStyles, resolveUrl } from '#load';
import type { Snapshot } from '../protocol/snapshot.ts';

/**
 * Takes the style sheets of a remote off the page: those that its snapshot names, else those beside its entry, where other
 * remotes may have theirs too.
 */
export function removeRemoteStyles(entry: string, snapshot: Snapshot | undefined): void {
  const url = entry && resolveUrl(entry);
  if (!url) return;
  const base = snapshot && resolveUrl(snapshot.publicPath || '.');
  const files = ((snapshot && snapshot.modules) || []).map(({ assets }) =>
    assets.css.sync.concat(assets.css.async).map((file) => resolveUrl(file, base)),
  );
  removeStyles(([] as string[]).concat(...files), snapshot ? '/' : resolveUrl('.', url));
}
