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
    ['loaded before the name', entry('a', { loaded: true }), entry('b'), 'a'],
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
    ['yields no factory', async () => 'module' as unknown as () => string],
    ['returns nothing', () => undefined as unknown as Promise<() => string>],
  ])('forgets a provider that %s', async (_, fail) => {
    const get = jest.fn<Promise<() => string>, []>(fail);
    const share = entry('a', { get });
    await expect((async () => loadEntry(share, 'app'))()).rejects.toThrow();
    expect(share.loaded).toBeFalsy();
    expect(share.useIn).toBeFalsy();
    get.mockResolvedValue(() => 'react');
    expect((await loadEntry(share, 'app'))()).toBe('react');
  });

  it('notes every user once', async () => {
    const share = entry('a');
    await Promise.all(['app', 'shop', 'app'].map((user) => loadEntry(share, user)));
    expect(share.useIn?.sort()).toEqual(['app', 'shop']);
  });

  it('forgets a load that failed in another runtime, and keeps what that one loaded', async () => {
    const get = async () => () => 'react';
    const failed = Promise.reject(new Error('down'));
    const share = entry('a', { get, loading: failed });
    await expect(loadEntry(share, 'app')).rejects.toThrow('down');
    expect([share.loaded, share.loading]).toEqual([undefined, null]);
    expect((await loadEntry(share, 'app'))()).toBe('react');

    const taken = entry('a', { loaded: 1, get: () => failed });
    await expect(loadEntry(taken, 'app')).rejects.toThrow('down');
    expect(taken.loaded).toBe(1);
  });

  it('does not forget a newer load when those who waited for an older one hear of its failure', async () => {
    const get = jest.fn<Promise<() => string>, []>().mockRejectedValueOnce(new Error('down'));
    get.mockResolvedValue(() => 'react');
    const share = entry('a', { get });
    const waiting = Array.from({ length: 9 }, () => loadEntry(share, 'app'));
    const again = Promise.resolve(waiting[0]).catch(() => loadEntry(share, 'app'));
    const settled = await Promise.allSettled([...waiting, again]);
    expect(settled.map(({ status }) => status[0]).join('')).toBe('rrrrrrrrrf');
    expect(await loadEntry(share, 'app')).toBe(await again);
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('returns an eager factory at once', () => {
    const factory = (): string => 'react';
    expect(loadEntry(entry('a', { get: () => factory }), 'app')).toBe(factory);
  });
});
