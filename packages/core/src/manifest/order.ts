/** Each item once, ordered by code unit: the same on every machine, whatever its locale. */
export function sortedSet(items: Iterable<string>): string[] {
  const set = [...new Set(items)];
  return set.length > 1 ? set.sort(compareText) : set;
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
