import { versionKey } from './version.ts';

/**
 * Total order of versions, equal to `semver.compare` for valid ones. Missing parts count as 0: `1.2` equals `1.2.0`.
 * Versions that are not valid (`latest`, `1.2.3.4`, the empty string) come first, in the order of their characters.
 */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const left = versionKey(a) || '\0' + a;
  const right = versionKey(b) || '\0' + b;
  return left < right ? -1 : left > right ? 1 : 0;
}
