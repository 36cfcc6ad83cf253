import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Also of prereleases. node-semver is loaded when a build first asks: reading its many files takes 10 ms and 5 MB, a part
 * of a small build that is noticed.
 */
export function isInRange(version: string, range: string): boolean {
  type Satisfies = (version: string, range: string, options: object) => boolean;
  const satisfies = require('semver/functions/satisfies.js') as Satisfies;
  return satisfies(version, range, { includePrerelease: true });
}
