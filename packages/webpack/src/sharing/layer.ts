import type { Module } from '../Webpack.ts';

/** What the id of a layered module begins with. */
export function layerPrefix({ layer }: Module): string {
  return layer ? `(${layer})/` : '';
}

/** A file in a layer, as webpack writes it in identifiers. */
export function withLayer(file: string, layer: string | undefined): string {
  return layer ? `${file}|${layer}` : file;
}
