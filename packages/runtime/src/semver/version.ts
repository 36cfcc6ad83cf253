import { memoize } from './memoize.ts';

/**
 * `1.2.3-rc.1+build`, or one comparator of a range such as `^1.x`: node-semver's grammar for both.
 * Captures all but the build, then operator, major, minor, patch and prerelease.
 * Linear: no two repetitions can match the same text.
 */
export const pattern: RegExp =
  /^((~>?|\^|[<>]?=?)[v=]*(0|[1-9]\d*|[xX*])(?:\.(0|[1-9]\d*|[xX*])(?:\.(0|[1-9]\d*|[xX*])(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*))?)?)?)(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;

/**
 * Keys compare with `<` the way semver orders their versions: identifiers in columns, numbers right-aligned,
 * and `~`, the greatest of all characters, where there is no prerelease.
 * Missing parts count as 0 (`1.2` is `1.2.0`). Empty when the version is not valid.
 */
export const versionKey: (version: string) => string = memoize((version) => {
  const text = version.trim();
  const [, , , major, minor = 0, patch = 0, prerelease = '~'] = pattern.exec(text) || [];
  // the sum is NaN for x; semver has no numbers above 2 ** 53
  return /^v?\d/.test(text) && +major! + +minor + +patch < 2 ** 53
    ? [major, minor, patch, prerelease]
        .join('.')
        .split('.')
        .map((id) => (/\D/.test(id) ? id : id.padStart(20)))
        .join(' ')
    : '';
});
