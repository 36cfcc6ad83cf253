/** The runtime tells one scope from several by the type. */
export function printedScope(scopes: readonly string[]): string | string[] {
  return scopes.length === 1 ? scopes[0]! : [...scopes];
}
