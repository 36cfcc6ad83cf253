/** Ranges for what a bundler shows of a shared module where that is none (`catalog:`), by the module's identifier. */
const written = new WeakMap<object, Map<string, string>>();

/** @param range what the compilation's tables say in place of what the identifier of a shared module does */
export function noteRange(compilation: object, identifier: string, range: string): void {
  const known = written.get(compilation) ?? new Map<string, string>();
  written.set(compilation, known.set(identifier, range));
}

export function notedRange(compilation: object, identifier: string): string | undefined {
  return written.get(compilation)?.get(identifier);
}
