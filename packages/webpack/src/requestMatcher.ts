export interface RequestMatch<T> {
  readonly value: T;
  /** What follows the prefix; empty for an exact match. */
  readonly rest: string;
}

/**
 * Finds what a request was configured as: its own key, else the longest key ending in `/` that it starts with. The
 * runtime's own door is never found: a shared or remote copy would belong to somebody else's page.
 */
export function requestMatcher<T>(
  values: Iterable<readonly [key: string, value: T]>,
): (request: string) => RequestMatch<T> | undefined {
  const byKey = new Map(values);
  return (request) => {
    const match = findMatch(byKey, request);
    return match && !/^@hansa\/runtime(\/|$)/.test(request) ? match : undefined;
  };
}

function findMatch<T>(byKey: ReadonlyMap<string, T>, request: string): RequestMatch<T> | undefined {
  // lastIndexOf would take a negative position for 0.
  for (
    let end = request.length;
    end > 0;
    end = end > 1 ? request.lastIndexOf('/', end - 2) + 1 : 0
  ) {
    const value = byKey.get(request.slice(0, end));
    if (value !== undefined) return { value, rest: request.slice(end) };
  }
  return undefined;
}
