import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ManifestFacts } from '../../manifest/facts.ts';

/** Name and version of the build: `MF_BUILD_NAME` and `MF_BUILD_VERSION`, else of the package that owns the folder, else `local`. */
export function buildInfo(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<ManifestFacts, 'buildName' | 'buildVersion'> {
  const { name, version } = nearestPackage(folder);
  return {
    buildName: env['MF_BUILD_NAME'] || name || 'local',
    buildVersion: env['MF_BUILD_VERSION'] || version || 'local',
  };
}

function nearestPackage(folder: string): { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) return {};
    return nearestPackage(parent);
  }
}
