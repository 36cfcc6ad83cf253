/** The file of a resource: without its query and fragment, and without the null bytes by which a `#` in a path is none. */
export function fileOf(resource: string): string {
  return /^(?:\0.|[^?#\0])*/s.exec(resource)![0].replaceAll('\0', '');
}

/** Relative or absolute. */
export function isPath(request: string): boolean {
  return /^(\.\.?($|[\\/])|\/|[a-z]:[\\/]|\\\\)/i.test(request);
}
