import * as fc from 'fast-check';
import semver from 'semver';
import { orderKey } from '../../src/semver/compare.ts';
import { satisfies } from '../../src/semver/satisfies.ts';
import { damagedPair, pair, version } from './ranges.ts';
import type { Pair } from './ranges.ts';

const seed = 20251121;

// What node-semver accepts (or, `<== 1`, refuses) by accident, and we do not follow: a star glued to a number, a
// comparator of build metadata only, `=`, `v` or `vv` before the ends of a hyphen range, `v= 1`, `~> >1`.
const accidents =
  /[\w-]\*|\*[\w-]|(^|[^\w.-])\+|(^|[ |])v | - +(=|v[ v=])|[v=]= |~>? *> *[<>]|~> +[<>]/;

// Missing parts of a version count as 0, on purpose.
const partial = /^\s*v?\d+(\.\d+)?(\+.*)?\s*$/;

function countAgreement(arbitrary: fc.Arbitrary<Pair>, numRuns: number) {
  const count = { pairs: 0, skipped: 0, satisfied: 0, prereleasesSatisfied: 0, invalidRanges: 0 };
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

it('agrees with node-semver on 100,000 pairs of a version and a range near it', () => {
  const count = countAgreement(pair, 100_000);
  console.info('agreement with node-semver, well-formed:', count);
  expect(count.pairs).toBe(100_000);
  expect(count.satisfied).toBeGreaterThan(25_000);
  expect(count.prereleasesSatisfied).toBeGreaterThan(2_000);
}, 120_000);

it('agrees with node-semver on 50,000 damaged pairs', () => {
  const count = countAgreement(damagedPair, 50_000);
  console.info('agreement with node-semver, damaged:', count);
  expect(count.pairs).toBe(50_000);
  expect(count.invalidRanges).toBeGreaterThan(10_000);
  expect(count.satisfied).toBeGreaterThan(5_000);
}, 120_000);

it('orders versions as semver.compare does', () => {
  let equal = 0;
  fc.assert(
    fc.property(version, version, (a, b) => {
      const expected = semver.compare(a, b);
      equal += +(expected === 0);
      const [left, right] = [orderKey(a), orderKey(b)];
      if (!expected) return left.split('\n')[0] === right.split('\n')[0];
      return (left < right ? -1 : 1) === expected;
    }),
    { seed, numRuns: 50_000 },
  );
  expect(equal).toBeGreaterThan(100);
});
