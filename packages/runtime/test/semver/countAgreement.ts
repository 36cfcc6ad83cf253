import * as fc from 'fast-check';
import semver from 'semver';
import { satisfies } from '../../src/semver/satisfies.ts';
import type { Pair } from './ranges.ts';

export const seed = 20251121;

// What node-semver accepts (or, `<== 1`, refuses) by accident, and we do not follow: a star glued to a number, a
// comparator of build metadata only, `=`, `v` or `vv` before the ends of a hyphen range, `v= 1`, `~> >1`.
const accidents =
  /[\w-]\*|\*[\w-]|(^|[^\w.-])\+|(^|[ |])v | - +(=|v[ v=])|[v=]= |~>? *> *[<>]|~> +[<>]/;

// Missing parts of a version count as 0, on purpose.
const partial = /^\s*v?\d+(\.\d+)?(\+.*)?\s*$/;

interface Count {
  pairs: number;
  skipped: number;
  satisfied: number;
  prereleasesSatisfied: number;
  invalidRanges: number;
}

/** Runs both on that many pairs, and fails at the first on which they differ. */
export function countAgreement(arbitrary: fc.Arbitrary<Pair>, numRuns: number): Count {
  const count: Count = {
    pairs: 0,
    skipped: 0,
    satisfied: 0,
    prereleasesSatisfied: 0,
    invalidRanges: 0,
  };
  fc.assert(
    fc.property(arbitrary, ({ version, range }) => {
      const skipped = accidents.test(range) || partial.test(version);
      count.skipped += +skipped;
      fc.pre(!skipped);
      const expected = semver.satisfies(version, range);
      count.pairs++;
      count.satisfied += +expected;
      count.prereleasesSatisfied += +(expected && !!semver.prerelease(version));
      count.invalidRanges += +(semver.validRange(range) === null);
      return satisfies(version, range) === expected;
    }),
    { seed, numRuns, maxSkipsPerRun: 10 },
  );
  return count;
}
