import fc from 'fast-check';
import type { ShareEntry } from '../../src/protocol/container.ts';
import { selectVersion, type ShareRequirement } from '../../src/share/select.ts';

const entry = (loaded = false): ShareEntry => ({ get: () => () => ({}), from: 'app', loaded });

const need = (given: Partial<ShareRequirement> = {}): ShareRequirement => ({
  requiredVersion: false,
  singleton: false,
  strictVersion: false,
  ...given,
});

/** `!` marks a loaded version. */
const versions = (...list: string[]): Record<string, ShareEntry> =>
  Object.fromEntries(list.map((v) => [v.replace('!', ''), entry(v.endsWith('!'))]));

describe('selectVersion', () => {
  const cases: [string, string[], Partial<ShareRequirement>, string | undefined, boolean?][] = [
    ['takes the highest', ['1.0.0', '1.10.0', '1.9.0'], {}, '1.10.0'],
    [
      'takes the highest that satisfies',
      ['1.0.0', '1.1.0', '2.0.0'],
      { requiredVersion: '^1.0.0' },
      '1.1.0',
    ],
    [
      'takes the highest when none satisfies',
      ['1.0.0', '2.0.0'],
      { requiredVersion: '^3.0.0' },
      '2.0.0',
      false,
    ],
    [
      'takes none when strict',
      ['1.0.0'],
      { requiredVersion: '^3.0.0', strictVersion: true },
      undefined,
    ],
    ['has nothing to take', [], {}, undefined],
    ['keeps an instantiated singleton', ['1.0.0!', '1.1.0'], { singleton: true }, '1.0.0'],
    [
      'keeps it though it does not satisfy',
      ['1.0.0!', '2.0.0'],
      { singleton: true, requiredVersion: '^2.0.0' },
      '1.0.0',
      false,
    ],
    [
      'rejects it when strict',
      ['1.0.0!', '2.0.0'],
      { singleton: true, requiredVersion: '^2.0.0', strictVersion: true },
      undefined,
    ],
    ['reads * as any', ['2.0.0-beta.1'], { requiredVersion: '*' }, '2.0.0-beta.1'],
  ];
  it.each(cases)('%s', (_, list, given, version, satisfied = true) => {
    const chosen = selectVersion(versions(...list), need(given), 'version-first');
    expect(chosen).toEqual(version && { version, satisfied });
  });

  it('prefers a loaded version that satisfies only with loaded-first', () => {
    const list = versions('1.0.0!', '1.1.0');
    const range = need({ requiredVersion: '^1.0.0' });
    expect(selectVersion(list, range, 'loaded-first')?.version).toBe('1.0.0');
    expect(selectVersion(list, range, 'version-first')?.version).toBe('1.1.0');
  });

  it('does not depend on the order of registration', () => {
    const list = fc.uniqueArray(
      fc.constantFrom('1.0.0', '1.2.0', '1.2.0-rc.1', '2.0.0', '2.1.0', '0'),
      { minLength: 1 },
    );
    const range = fc.constantFrom('*', '^1.0.0', '>=2', '~1.2.0');
    const strategy = fc.constantFrom('version-first', 'loaded-first');
    fc.assert(
      fc.property(
        list,
        fc.func(fc.boolean()),
        range,
        fc.boolean(),
        strategy,
        (all, isLoaded, requiredVersion, singleton, how) => {
          const marked = all.map((v) => (isLoaded(v) ? v + '!' : v));
          const wanted = need({ requiredVersion, singleton });
          const first = selectVersion(versions(...marked), wanted, how as 'version-first');
          const second = selectVersion(
            versions(...marked.reverse()),
            wanted,
            how as 'version-first',
          );
          expect(second).toEqual(first);
        },
      ),
      { numRuns: 1000, seed: 1 },
    );
  });
});
