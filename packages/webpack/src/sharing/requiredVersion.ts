import { foldersAbove, type PackageFile, type ReadPackage } from '@hansa/core';

/** Order in which a package's claims count. */
const DEPENDENCY_FIELDS = [
  'optionalDependencies',
  'dependencies',
  'peerDependencies',
  'devDependencies',
];

export type RequiredVersion =
  | { readonly range: string | undefined }
  /** No range anybody can read: what is installed, and what its package calls compatible. */
  | { readonly installed: '^' | '~' }
  | { readonly problem: string };

/**
 * Range that the nearest package above `context` which depends on `packageName` asks for. A package asks nothing of
 * itself.
 */
export async function requiredVersion(
  read: ReadPackage,
  context: string,
  packageName: string,
): Promise<RequiredVersion> {
  try {
    for (const folder of foldersAbove(context)) {
      const data = await read(folder);
      if (!data) continue;
      if (data['name'] === packageName) return { range: undefined };
      const dependency = dependencyOf(data, packageName);
      if (dependency !== undefined) return claimOf(dependency);
    }
  } catch (error) {
    return { problem: (error as Error).message };
  }
  return { problem: `no package.json from ${context} upwards depends on ${packageName}` };
}

function dependencyOf(data: PackageFile, packageName: string): string | undefined {
  for (const field of DEPENDENCY_FIELDS) {
    const dependencies = data[field] as PackageFile | undefined;
    const value = dependencies?.[packageName];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/**
 * The semver part of `npm:name@^1`, `workspace:^1` or `git+ssh://…#semver:^1`. Without one (`workspace:^`, `catalog:`,
 * `file:`, `latest`) the package manager has decided what fits: the installed version.
 */
function claimOf(dependency: string): RequiredVersion {
  const text = dependency
    .trim()
    .replace(/^(workspace:(?:@?[^@]+@)?|npm:@?[^@]*@|.*#semver:|.*#v?(?=\d+\.\d))/, '');
  if (/^(?=.*\d)[\d^=v<>~]/.test(text)) return { range: text };
  return /^[*xX]?$/.test(text) ? { range: '*' } : { installed: text === '~' ? '~' : '^' };
}
