/** Reads a map that came from outside, so that `constructor` and the like find nothing. */
export function own<T>(map: Record<string, T>, key: string | number): T | undefined {
  return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined;
}

/** The map below a key, made when it is not there. */
export function innerMap<T>(
  maps: Record<string, Record<string, T>>,
  key: string,
): Record<string, T> {
  return own(maps, key) || (maps[key] = Object.create(null) as Record<string, T>);
}
