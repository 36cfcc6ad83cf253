import semver from 'semver';
import { satisfies } from '../../src/semver/satisfies.ts';

type Row = [version: string, range: string, expected: boolean];

const rows: Row[] = [
  ['1.2.3', '', true],
  ['1.2.3', '*', true],
  ['1.2.3-rc.1', '*', false],
  ['1.2.3-rc.1', '', false],
  ['1.2.3', '||', true],
  ['1.2.3', '2 ||', true],
  // zero majors
  ['0.2.5', '^0.2.3', true],
  ['0.3.0', '^0.2.3', false],
  ['0.0.4', '^0.0.3', false],
  ['0.0.9', '^0.0', true],
  ['0.1.0', '^0.0', false],
  ['0.9.9', '^0', true],
  ['1.0.0', '^0.x', false],
  ['0.0.1', '^0.0.0', false],
  ['0.0.0', '^0.0.0', true],
  // tildes
  ['1.2.9', '~1.2.3', true],
  ['1.3.0', '~1.2.3', false],
  ['1.9.0', '~1', true],
  ['1.2.9', '~>1.2.3', true],
  ['1.2.9', '~> 1.2.3', true],
  ['1.2.9', '~ > 1.2.3', true],
  ['1.2.9', '~=1.2.3', true],
  // x-ranges
  ['1.9.9', '1.x', true],
  ['1.9.9', '1.X.*', true],
  ['2.0.0', '1', false],
  ['1.2.3', 'x.x.x', true],
  ['1.2.3', '1.x.3', false],
  ['1.2.3', '^1.x.3', true],
  ['1.2.3', '1.x.3 - 2', true],
  // partial operands
  ['1.2.0', '>1.2', false],
  ['1.3.0', '>1.2', true],
  ['1.2.9', '<=1.2', true],
  ['1.2.0', '<1.2', false],
  ['2.0.0', '>1', true],
  ['0.0.0', '<0', false],
  ['1.2.3', '<*', false],
  ['1.2.3', '>*', false],
  ['0.0.0-0', '>x <0.0.0-rc', false],
  ['0.0.0-0', '>=0.0.0+build || 0.0.0-0', false],
  ['1.2.3', '<=*', true],
  ['1.2.3', '>=*', true],
  // hyphens
  ['2.3.9', '1.2 - 2.3', true],
  ['2.4.0', '1.2 - 2.3', false],
  ['2.3.5', '1.2.3 - 2.3.4', false],
  ['9.9.9', '1.2 - *', true],
  ['1.2.3', '1.0.0-2.0.0', false],
  ['1.2.3', '1 - 2 - 3', false],
  ['1.2.3', '1 - 2 <3', false],
  // spaces and prefixes
  ['1.2.3', '>=  1.0.0   <  2.0.0', true],
  ['1.2.3', '\t>=\n1.0.0 ', true],
  ['1.2.3', '> = 1.0.0', false],
  ['1.2.3', '>= v1.0.0', true],
  ['v1.2.3', '=v1.2.3', true],
  ['1.2.3', 'V1.2.3', false],
  ['=1.2.3', '1.2.3', false],
  [' 1.2.3 ', '1.2.3', true],
  // prereleases
  ['1.2.3-rc.1', '^1.2.3', false],
  ['1.2.3-rc.1', '>=1.2.3-beta', true],
  ['1.2.4-rc.1', '>=1.2.3-beta', false],
  ['1.3.0-alpha', '>1.2 <1.3.0-beta', false],
  ['2.0.0-rc.1', '^1.2.3-beta', false],
  ['2.0.0-rc.1', '<2.0.0', false],
  ['19.0.0-rc.1', '^19.0.0-rc', true],
  ['19.1.0', '^19.0.0-rc', true],
  ['1.0.0-rc.1', '* || 1.0.0-rc.1', false],
  ['1.0.0-rc.1', '1.0.0-rc.1 || 2', true],
  ['0.0.0-alpha', '>=0.0.0 <0.0.0-beta', true],
  ['0.0.0-experimental-fd2b3f-20250101', '0.0.0-experimental-fd2b3f-20250101', true],
  ['1.0.0-alpha.10', '>1.0.0-alpha.9', true],
  ['1.0.0-alpha.a', '>1.0.0-alpha.9', true],
  ['1.0.0-20250101123456', '>1.0.0-9', true],
  ['1.0.0-1e3', '>1.0.0-2', true],
  // build metadata
  ['1.2.3+a', '1.2.3+b', true],
  ['1.2.3', '^1.2+build', true],
  ['1.2.3+a..b', '1.2.3', false],
  // not valid
  ['1.2.3', 'latest', false],
  ['1.2.3', '1.2.3 || latest', false],
  ['1.2.3', 'workspace:*', false],
  ['1.2.3', '^01.2.3', false],
  ['1.2.3', '>=', false],
  ['1.2.3', '1.2.3.4', false],
  ['1.2.3-01', '>=1.2.3-0', false],
  ['01.2.3', '*', false],
  ['latest', '*', false],
  ['', '*', false],
  ['1.2.3.4', '*', false],
  ['9007199254740992.0.0', '*', false],
  ['1.2.3', '^9007199254740991.0.0 || 1', false],
];

it.each(rows)('%j in %j: %j', (version, range, expected) => {
  expect(semver.satisfies(version, range)).toBe(expected);
  expect(satisfies(version, range)).toBe(expected);
});

it.each<Row>([
  ['0', '*', true],
  ['0', '^1.0.0', false],
  ['0', '<1', true],
  ['1.2', '~1.2.0', true],
  ['v1', '1.0.0', true],
  ['1.x', '*', false],
  ['1.', '*', false],
  ['1.2-rc', '*', false],
])('completes a partial version: %j in %j: %j', (version, range, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});

it('gives the same answer when the range is already parsed', () => {
  expect([satisfies('1.0.0', '^1.0.0 '), satisfies('1.0.0', '^1.0.0 ')]).toEqual([true, true]);
  expect([satisfies('1.0.0', '? '), satisfies('1.0.0', '? ')]).toEqual([false, false]);
});
