/** Reads a map that came from outside, so that `constructor` and the like find nothing. */
export function own<T>(map: Record<string, T>, key: string | number): T | undefined {
  return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined;
}
