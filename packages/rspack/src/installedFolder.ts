import { dirname, sep } from 'node:path';
import type { Compiler } from '@rspack/core';
import { fileOf, foldersAbove } from '@hansa/core';

/** The file that the app gets for a request; `undefined`: none, which the build reports where the module is imported. */
export function resolvedFile(
  { context, resolverFactory }: Compiler,
  request: string,
): string | undefined {
  try {
    const resolver = resolverFactory.get('normal', { dependencyType: 'esm' });
    const resource = resolver.resolveSync({}, context, request);
    return resource ? fileOf(resource) : undefined;
  } catch {
    return undefined;
  }
}

/** The folder in `node_modules` that the app gets a package from; `undefined`: it is not installed, or replaced. */
export function installedFolder(compiler: Compiler, name: string): string | undefined {
  const file = resolvedFile(compiler, name) ?? '';
  return [...foldersAbove(dirname(file))].find((folder) =>
    folder.replaceAll(sep, '/').endsWith(`/node_modules/${name}`),
  );
}
