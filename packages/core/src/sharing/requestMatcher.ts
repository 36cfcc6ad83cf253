export interface RequestMatch<T> {
  readonly value: T;
  /** What follows the prefix; empty for an exact match. */
  readonly rest: string;
}

/**
 * Finds what a request was configured as: its own key, else the longest key ending in `/` that it starts with. The
 * runtime's own door is never found: a shared or remote copy would belong to somebody else's page.
 *
 * @param accepts refuses a match, so that the next shorter key is tried
 */
export function requestMatcher<T>(
  values: Iterable<readonly [key: string, value: T]>,
  accepts: (match: RequestMatch<T>) => boolean = () => true,
): (request: string) => RequestMatch<T> | undefined {
  const byKey = new Map(values);
  const hasPrefixes = [...byKey.keys()].some((key) => key.endsWith('/'));
  // Runs at every import of a build.
  return (request) => {
    // lastIndexOf would take a negative position for 0.
    const shorter = (end: number): number =>
      hasPrefixes && end > 1 ? request.lastIndexOf('/', end - 2) + 1 : 0;
    for (let end = request.length; end > 0; end = shorter(end)) {
      const value = byKey.get(request.slice(0, end));
      if (value === undefined) continue;
      const match = { value, rest: request.slice(end) };
      if (accepts(match)) return /^@hansa\/runtime(\/|$)/.test(request) ? undefined : match;
    }
    return undefined;
  };
}
