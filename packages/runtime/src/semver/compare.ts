import { versionKey } from './version.ts';

/**
 * Texts that compare with `<` as their versions do in `semver.compare`, and by the characters of the version where that
 * calls them equal. Missing parts count as 0. Versions that are not valid (`latest`, the empty string) come first.
 */
export function orderKey(version: string): string {
  // The tab sorts before all that can follow a shorter prerelease
  return versionKey(version) + '\t' + version;
}
