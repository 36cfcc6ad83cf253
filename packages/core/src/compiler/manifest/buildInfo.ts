import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ManifestFacts } from '../../manifest/facts.ts';
import type { PackageFile } from '../../sharing/packageFiles.ts';

/** Name and version of the build: `MF_BUILD_NAME` and `MF_BUILD_VERSION`, else of the package that owns its folder, else `local`. */
export function buildInfo(
  { name, version }: PackageFile,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<ManifestFacts, 'buildName' | 'buildVersion'> {
  return {
    buildName: env['MF_BUILD_NAME'] || text(name) || 'local',
    buildVersion: env['MF_BUILD_VERSION'] || text(version) || 'local',
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The package that owns a folder; an empty one where there is none. */
export function packageOwning(folder: string): PackageFile {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) return {};
    return packageOwning(parent);
  }
}
