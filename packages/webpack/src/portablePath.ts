/**
 * A file as part of an identifier. Between these signs webpack finds it and counts it from its context, when it hashes
 * identifiers into module ids: the ids then do not depend on where the project is.
 */
export function portablePath(file: string): string {
  return `|${file}|`;
}
