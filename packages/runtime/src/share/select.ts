import { own } from '../own.ts';
import type { ShareEntry, ShareStrategy } from '../protocol/container.ts';
import { satisfies } from '../semver/satisfies.ts';
import { orderKey } from '../semver/compare.ts';

/** What a consumer asks of a share. */
export interface ShareRequirement {
  /** `false` and `*`: any version. */
  requiredVersion: string | false;
  singleton: boolean;
  strictVersion: boolean;
  /** Only providers of the same layer are candidates; without one, those without. */
  layer?: string | null | undefined;
}

export interface ShareSelection {
  version: string;
  entry: ShareEntry;
  /** Whether it satisfies the range; when not, nothing better is there. */
  satisfied: boolean;
}

/** Of one share: what is provided, by version. */
export type Versions = Record<string, ShareEntry>;

/**
 * Chooses the version that a consumer gets. Pure, and independent of the order in which versions were registered: an
 * instantiated singleton stays; otherwise one that satisfies the range goes before one that does not, with
 * `loaded-first` one that is loaded before one that is not, and then the highest. Of versions that semver calls equal
 * (`1.2.0+a` and `1.2.0+b`) the one whose text sorts last.
 *
 * A singleton is one with its sub-paths (`react-dom` and `react-dom/client`): what is instantiated of one counts for
 * all, though less than what is of the share itself, and before the highest goes one that all of them have.
 * @param family the share itself, and after it, of a singleton, all of its package
 * @param tried those that failed already
 */
export function selectVersion(
  family: readonly [Versions, ...Versions[]],
  need: ShareRequirement,
  strategy: ShareStrategy,
  tried: readonly ShareEntry[],
): ShareSelection | undefined {
  const [versions] = family;
  const { requiredVersion, singleton, layer } = need;
  const fits = (version: string): boolean =>
    !requiredVersion || requiredVersion === '*' || satisfies(version, requiredVersion);
  const ofLoaded = singleton ? 4 : +(strategy === 'loaded-first') / 2;
  // Of two digits: the keys are compared as texts.
  const weight = (version: string): number => {
    const entries = family.map((all) => own(all, version));
    const loaded = versions[version]!.loaded ? 2 : +entries.some((entry) => entry && entry.loaded);
    return 10 + loaded * ofLoaded + (fits(version) ? 2 : 0) + +entries.every(Boolean);
  };
  const best = Object.keys(versions)
    .filter((version) => {
      const { shareConfig } = versions[version]!;
      // Entries of webpack's own runtime have none.
      const given = shareConfig && shareConfig.layer;
      return (given || '') === (layer || '') && !tried.includes(versions[version]!);
    })
    .map((version) => [weight(version) + orderKey(version), version] as const)
    .sort()
    .pop();
  return best && { version: best[1], entry: versions[best[1]]!, satisfied: fits(best[1]) };
}
