import { dirname } from 'node:path';
import type { Compiler } from '@rspack/core';
import { foldersAbove, isPath, type PackageFile, type ProvidePlan, versionIn } from '@hansa/core';
import { readPackage } from './readPackage.ts';

/**
 * Rspack takes the version of a provided module from the nearest `package.json`; where that only sets `type`, it finds
 * none and does not provide the module. Such a share gets the version of the package that owns the file. For a prefix
 * that is not known before its modules are.
 * @param compiler whose resolvers know their options
 */
export function withOwnVersions(
  { context, resolverFactory }: Compiler,
  provides: readonly ProvidePlan[],
): ProvidePlan[] {
  const resolver = resolverFactory.get('normal', { dependencyType: 'esm' });
  return provides.map((plan) => {
    const { request, version } = plan;
    if (version !== undefined || isPath(request) || request.endsWith('/')) return plan;
    try {
      const file = resolver.resolveSync({}, context, request);
      const owner = file && versionAbove(file.split('?', 1)[0]!);
      return owner ? { ...plan, version: owner } : plan;
    } catch {
      // The build reports it where the module is imported.
      return plan;
    }
  });
}

/** The version that owns a file, unless it is that of the nearest `package.json`. */
function versionAbove(file: string): string | undefined {
  let nearest: PackageFile | undefined;
  for (const folder of foldersAbove(dirname(file))) {
    const data = readPackage(folder);
    const version = versionIn(folder, data);
    if (version !== undefined) return nearest && version;
    nearest ??= data;
  }
  return undefined;
}
