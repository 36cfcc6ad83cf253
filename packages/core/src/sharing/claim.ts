import { isRange } from '@hansa/runtime/protocol';
import type { PackageFile } from './packageFiles.ts';

/** What a `package.json` says about the version of a dependency. */
export type RangeClaim =
  | { readonly range: string }
  /** No range anybody can read: what is installed, and what its package calls compatible. */
  | { readonly installed: '^' | '~' };

/**
 * The semver part of `npm:name@^1`, `workspace:^1` or `git+ssh://…#semver:^1`. Without one (`workspace:^`, `catalog:`,
 * `file:`, `latest`) the package manager has decided what fits: the installed version.
 */
export function claimOf(dependency: string): RangeClaim {
  const text = dependency
    .trim()
    .replace(/^(workspace:(?:@?[^@]+@)?|npm:@?[^@]*@|.*#semver:|.*#v?(?=\d+\.\d))/, '');
  if (/^[*xX]?$/.test(text)) return { range: '*' };
  return isRange(text) ? { range: text } : { installed: text === '~' ? '~' : '^' };
}

/** Whether a package manager reads a text by its protocol: a dependency, and neither a range nor a module. */
export function isProtocol(text: string): boolean {
  return /^(?:catalog|workspace|npm|link|portal|patch|file(?!:\/\/)):/.test(text);
}

/** Order in which a package's claims count. */
const DEPENDENCY_FIELDS = [
  'optionalDependencies',
  'dependencies',
  'peerDependencies',
  'devDependencies',
];

/** What a `package.json` says of a package that it depends on. */
export function dependencyOf(data: PackageFile, packageName: string): string | undefined {
  for (const field of DEPENDENCY_FIELDS) {
    const dependencies = data[field] as PackageFile | undefined;
    const value = dependencies?.[packageName];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
