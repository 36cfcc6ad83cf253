/** Each item once, ordered by code unit: the same on every machine, whatever its locale. */
export function sortedSet(items: Iterable<string>): string[] {
  return [...new Set(items)].sort(compareText);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
