/** Remembers every result; only the empty text is computed anew. The versions and ranges that a page meets are few. */
export function memoize<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    let result = results.get(text);
    if (!result) results.set(text, (result = compute(text)));
    return result;
  };
}
