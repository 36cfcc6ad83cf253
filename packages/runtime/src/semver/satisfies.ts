import { parseRange } from './range.ts';
import { versionKey } from './version.ts';

/**
 * `semver.satisfies` with its default options, except that missing parts of the version count as 0:
 * share scopes hold versions such as `0` (unknown) and `1.2`.
 * False when the version or the range is not valid. The empty range is `*`.
 */
export function satisfies(version: string, range: string): boolean {
  const key = versionKey(version);
  // three columns and their separators
  const release = key.slice(0, 63);
  return (
    !!key &&
    parseRange(range).some(
      (set) =>
        set.every(([operator, other]) =>
          operator.includes(key < other ? '<' : key > other ? '>' : '='),
        ) &&
        // a prerelease must be asked for by a prerelease of the same release
        (/~/.test(key) || set.some(([, other]) => !/~/.test(other) && other.startsWith(release))),
    )
  );
}
