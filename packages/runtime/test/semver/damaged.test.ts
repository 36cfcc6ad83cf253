import * as fc from 'fast-check';
import semver from 'semver';
import { orderKey } from '../../src/semver/compare.ts';
import { countAgreement, seed } from './countAgreement.ts';
import { damagedPair, version } from './ranges.ts';

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
      if (!expected) return left.split('\t')[0] === right.split('\t')[0];
      return (left < right ? -1 : 1) === expected;
    }),
    { seed, numRuns: 50_000 },
  );
  expect(equal).toBeGreaterThan(100);
});
