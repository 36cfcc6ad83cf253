import type { ShareEntry, ShareStrategy } from '../protocol/container.ts';
import { compareVersions } from '../semver/compare.ts';
import { satisfies } from '../semver/satisfies.ts';

/** What a consumer asks of a share. */
export interface ShareRequirement {
  /** `false` and `*`: any version. */
  requiredVersion: string | false;
  singleton: boolean;
  strictVersion: boolean;
}

export interface ShareSelection {
  version: string;
  /** Whether it satisfies the range; when not, it is taken all the same, with a warning. */
  satisfied: boolean;
}

/**
 * Chooses the version that a consumer gets. Pure, and independent of the order in which versions were registered:
 * an instantiated singleton stays; otherwise the highest version that satisfies the range (with `loaded-first`
 * one that is loaded already, if any); otherwise the highest of all, unless the version is strict.
 */
export function selectVersion(
  versions: Readonly<Record<string, ShareEntry>>,
  need: ShareRequirement,
  strategy: ShareStrategy,
): ShareSelection | undefined {
  const range = need.requiredVersion || '*';
  const fits = (version: string): boolean => range === '*' || satisfies(version, range);
  const loaded = (version: string): boolean => !!versions[version]!.loaded;
  const all = Object.keys(versions);
  const instantiated = all.filter(loaded);
  if (need.singleton && instantiated.length) return pick(instantiated, fits, need);
  const fitting = all.filter(fits);
  const preferred = strategy === 'loaded-first' ? fitting.filter(loaded) : [];
  return pick(preferred.length ? preferred : fitting.length ? fitting : all, fits, need);
}

function pick(
  versions: string[],
  fits: (version: string) => boolean,
  need: ShareRequirement,
): ShareSelection | undefined {
  if (!versions.length) return undefined;
  const version = versions.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a));
  const satisfied = fits(version);
  return satisfied || !need.strictVersion ? { version, satisfied } : undefined;
}
