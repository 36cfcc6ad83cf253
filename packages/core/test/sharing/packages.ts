import type { PackageFile, ReadPackage } from '../../src/sharing/packageFiles.ts';

/** Folders that have a package.json, and what is in it. */
export function packages(files: Record<string, PackageFile>): ReadPackage {
  return (folder) => Promise.resolve(files[folder]);
}
