import { join } from 'node:path';
import type { ShareMatchPlan } from '../options/plan.ts';
import { requestMatcher, type RequestMatch } from './requestMatcher.ts';
import { takesRest } from './shareFilter.ts';

/** An import as a module factory sees it. */
export interface ShareRequest {
  readonly request: string;
  /** Folder of the importer. */
  readonly context: string;
  /** Layer by which shares are told apart: that of the importer, or of the module itself. */
  readonly layer?: string | null | undefined;
}

export interface ShareMatch<T> extends RequestMatch<T> {
  /** As it was matched: without the path before the package. */
  readonly request: string;
}

/**
 * Finds the share of an import. One for the layer goes before one for all of them.
 * @param shares none by path
 * @param layerOf the layer that a share is for
 */
export function shareMatcher<T extends ShareMatchPlan>(
  shares: readonly T[],
  layerOf: (share: T) => string | undefined,
): (from: ShareRequest) => ShareMatch<T> | undefined {
  const layers = byLayer(shares, layerOf);
  const bySuffix = shares.filter(({ allowNodeModulesSuffixMatch }) => allowNodeModulesSuffixMatch);
  const suffixLayers = bySuffix.length ? byLayer(bySuffix, layerOf) : undefined;
  return ({ request, context, layer }) => {
    const found = find(layers, request, layer);
    if (found || !suffixLayers || !request.startsWith('.')) return found;
    const suffix = packagePath(join(context, request));
    return suffix === undefined ? undefined : find(suffixLayers, suffix, layer);
  };
}

type Layers<T> = ReadonlyMap<string, (request: string) => RequestMatch<T> | undefined>;

function byLayer<T extends ShareMatchPlan>(
  shares: readonly T[],
  layerOf: (share: T) => string | undefined,
): Layers<T> {
  const layers = new Map<string, (readonly [string, T])[]>();
  for (const share of shares) {
    const layer = layerOf(share) ?? '';
    const items = layers.get(layer) ?? [];
    items.push([share.request, share]);
    layers.set(layer, items);
  }
  const matchers = [...layers].map(
    ([layer, items]) =>
      [layer, requestMatcher(items, ({ value, rest }) => takesRest(value, rest))] as const,
  );
  return new Map(matchers);
}

function find<T>(
  layers: Layers<T>,
  request: string,
  layer: string | null | undefined,
): ShareMatch<T> | undefined {
  const match = (layer && layers.get(layer)?.(request)) || layers.get('')?.(request);
  return match && { ...match, request };
}

/** `react/index.js` of `/app/node_modules/react/index.js`. */
function packagePath(path: string): string | undefined {
  return /.*[\\/]node_modules[\\/](.+)$/s.exec(path)?.[1]?.replaceAll('\\', '/');
}
