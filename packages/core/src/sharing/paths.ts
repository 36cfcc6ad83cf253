/** Relative or absolute. */
export function isPath(request: string): boolean {
  return /^(\.\.?($|[\\/])|\/|[a-z]:[\\/]|\\\\)/i.test(request);
}
