import type { ShareEntry, ShareScope } from '../../src/protocol/container.ts';
import { loadEntry } from '../../src/share/load.ts';
import { registerShare } from '../../src/share/scope.ts';

const entry = (from: string, more: Partial<ShareEntry> = {}): ShareEntry => ({
  get: () => Promise.resolve(() => from),
  from,
  ...more,
});

function winner(...entries: ShareEntry[]): string {
  const scope: ShareScope = {};
  for (const one of entries) registerShare(scope, 'react', '19.0.0', one);
  return scope['react']!['19.0.0']!.from;
}

describe('registerShare', () => {
  it.each([
    ['the name that sorts last', entry('a'), entry('b'), 'b'],
    ['eager before the name', entry('a', { eager: true }), entry('b'), 'a'],
  ])('of the same version takes %s, in any order', (_, one, two, expected) => {
    expect(winner(one, two)).toBe(expected);
    expect(winner(two, one)).toBe(expected);
  });

  it('never replaces what somebody asked for', () => {
    expect(winner(entry('a', { loaded: true }), entry('b'))).toBe('a');
    expect(winner(entry('a', { loading: Promise.resolve(() => 1) }), entry('b'))).toBe('a');
  });
});

describe('loadEntry', () => {
  it('runs the provider once for concurrent and later callers', async () => {
    const get = jest.fn(() => Promise.resolve(() => 'react'));
    const share = entry('a', { get });
    const [one, two] = await Promise.all([loadEntry(share, 'app'), loadEntry(share, 'app')]);
    expect(one).toBe(two);
    expect(loadEntry(share, 'app')).toBe(one);
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('marks the entry as taken before the load ends', () => {
    const share = entry('a');
    void loadEntry(share, 'app');
    expect(share.loaded).toBe(true);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
  ])('forgets a provider that %s', async (_, fail) => {
    const get = jest.fn<Promise<() => string>, []>(fail);
    const share = entry('a', { get });
    await expect((async () => loadEntry(share, 'app'))()).rejects.toThrow('down');
    expect(share.loaded).toBeFalsy();
    get.mockResolvedValue(() => 'react');
    expect((await loadEntry(share, 'app'))()).toBe('react');
  });

  it('returns an eager factory at once', () => {
    const factory = (): string => 'react';
    expect(loadEntry(entry('a', { get: () => factory }), 'app')).toBe(factory);
  });
});
