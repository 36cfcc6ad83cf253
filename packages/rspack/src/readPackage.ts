import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageFile } from '@hansa/core';

/** The `package.json` of a folder, for hooks that cannot wait; `undefined` where none can be read. */
export function readPackage(folder: string): PackageFile | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  } catch {
    return undefined;
  }
}
