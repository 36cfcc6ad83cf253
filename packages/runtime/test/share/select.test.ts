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
      'takes of two that are loaded the one that satisfies',
      ['1.0.0!', '2.0.0!'],
      { singleton: true, requiredVersion: '^1.0.0' },
      '1.0.0',
    ],
    ['takes a fixed one of equal versions', ['1.0.0+b', '1.0.0+a'], {}, '1.0.0+b'],
    ['reads * as any', ['2.0.0-beta.1'], { requiredVersion: '*' }, '2.0.0-beta.1'],
  ];
  it.each(cases)('%s', (_, list, given, version, satisfied = true) => {
    const chosen = selectVersion([versions(...list)], need(given), 'version-first', []);
    expect(chosen && [chosen.version, chosen.satisfied]).toEqual(version && [version, satisfied]);
  });

  it('prefers a loaded version that satisfies only with loaded-first', () => {
    const list = versions('1.0.0!', '1.1.0');
    const range = need({ requiredVersion: '^1.0.0' });
    expect(selectVersion([list], range, 'loaded-first', [])?.version).toBe('1.0.0');
    expect(selectVersion([list], range, 'version-first', [])?.version).toBe('1.1.0');
  });

  it('decides a singleton together with its siblings', () => {
    const choose = (...lists: [string[], ...string[][]]): string | undefined => {
      const [own, ...siblings] = lists.map((list) => versions(...list));
      return selectVersion([own!, ...siblings], need({ singleton: true }), 'version-first', [])
        ?.version;
    };
    expect(choose(['1.0.0', '2.0.0'], ['1.0.0'])).toBe('1.0.0');
    expect(choose(['1.0.0', '2.0.0'], ['1.0.0', '2.0.0'])).toBe('2.0.0');
    expect(choose(['1.0.0', '2.0.0'], ['1.0.0!', '2.0.0'])).toBe('1.0.0');
    // What is instantiated stays, whatever was of a sibling that came later.
    expect(choose(['1.0.0!', '1.1.0'], ['1.1.0!'])).toBe('1.0.0');
    // None has all.
    expect(choose(['1.0.0', '2.0.0'], ['1.0.0'], ['3.0.0'])).toBe('2.0.0');
  });

  it('never takes another layer', () => {
    const list = {
      '2.0.0': { ...entry(), shareConfig: { requiredVersion: false as const, layer: 'ssr' } },
      '1.0.0': entry(),
    };
    expect(selectVersion([list], need(), 'version-first', [])?.version).toBe('1.0.0');
    expect(selectVersion([list], need({ layer: 'ssr' }), 'version-first', [])?.version).toBe(
      '2.0.0',
    );
    expect(selectVersion([list], need({ layer: 'rsc' }), 'version-first', [])).toBeUndefined();
  });
});
