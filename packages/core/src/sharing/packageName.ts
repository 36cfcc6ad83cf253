/** `@scope/name` or `name` at the start of a request; `undefined` for a path. */
export function packageNameOf(request: string): string | undefined {
  return /^(?:@[^\\/]+[\\/])?[^\\/.:@][^\\/:]*/.exec(request)?.[0];
}
