import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/*
 * node-semver is loaded when a build first has a range to look at: reading its many files takes 10 ms and 5 MB, a part
 * of a small build that is noticed. Each function by itself, as the whole of it is 47 files.
 */

export function isRange(text: string): boolean {
  const valid = require('semver/ranges/valid.js') as (range: string) => string | null;
  return valid(text) !== null;
}

/** Also of prereleases. */
export function isInRange(version: string, range: string): boolean {
  type Satisfies = (version: string, range: string, options: object) => boolean;
  const satisfies = require('semver/functions/satisfies.js') as Satisfies;
  return satisfies(version, range, { includePrerelease: true });
}
