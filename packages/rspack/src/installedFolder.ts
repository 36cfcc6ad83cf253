import { dirname, sep } from 'node:path';
import type { Compiler } from '@rspack/core';
import { foldersAbove, pathOf } from '@hansa/core';

/** The folder in `node_modules` that the app gets a package from; `undefined`: it is not installed, or replaced. */
export function installedFolder(
  { context, resolverFactory }: Compiler,
  name: string,
): string | undefined {
  try {
    const resolver = resolverFactory.get('normal', { dependencyType: 'esm' });
    const file = resolver.resolveSync({}, context, name) || '';
    return [...foldersAbove(dirname(pathOf(file)))].find((folder) =>
      folder.replaceAll(sep, '/').endsWith(`/node_modules/${name}`),
    );
  } catch {
    // The build reports it where the module is imported.
    return undefined;
  }
}
