import { countAgreement } from './countAgreement.ts';
import { pair } from './ranges.ts';

it('agrees with node-semver on 100,000 pairs of a version and a range near it', () => {
  const count = countAgreement(pair, 100_000);
  console.info('agreement with node-semver, well-formed:', count);
  expect(count.pairs).toBe(100_000);
  expect(count.satisfied).toBeGreaterThan(25_000);
  expect(count.prereleasesSatisfied).toBeGreaterThan(2_000);
}, 120_000);
