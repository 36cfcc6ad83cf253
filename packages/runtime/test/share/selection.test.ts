import fc from 'fast-check';
import type { ShareEntry } from '../../src/protocol/container.ts';
import { consumeShare } from '../../src/share/consume.ts';
import type { ShareRequest } from '../../src/share/find.ts';
import { provide, type ShareState } from '../../src/share/provide.ts';

interface Provider {
  from: string;
  version: string;
  eager: boolean;
  singleton: boolean;
  layer: string | undefined;
  fails: boolean;
  /** Steps until its module arrives. */
  delay: number;
}

const providers = fc.array(
  fc.record<Provider>({
    from: fc.constantFrom('a', 'b', 'c', 'd'),
    version: fc.constantFrom(
      ...['1.0.0', '1.2.0', '1.2.0-rc.1', '1.2.0+b', '1.2', '2.0.0', '2.1.0', '0', 'next'],
    ),
    eager: fc.boolean(),
    singleton: fc.boolean(),
    layer: fc.constantFrom(undefined, undefined, 'ssr'),
    fails: fc.boolean(),
    delay: fc.nat(3),
  }),
  { minLength: 1, maxLength: 6 },
);
const requests = fc.array(
  fc.record({
    requiredVersion: fc.constantFrom(false as const, '*', '^1.0.0', '>=2', '~1.2.0', '^1.2.0-rc'),
    singleton: fc.boolean(),
    strictVersion: fc.boolean(),
    layer: fc.constantFrom(undefined, undefined, 'ssr'),
    copy: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
const strategies = fc.constantFrom('version-first' as const, 'loaded-first' as const);

/** The same texts in an order that depends on the seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const rank = (index: number): number => Math.imul(index + 1, (seed * 2 + 1) | 0) >>> 8;
  return list
    .map((item, index) => [rank(index), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

async function steps(count: number): Promise<void> {
  for (let step = 0; step < count; step++) await undefined;
}

/** What each request gets, one after the other, each of them asked for by two at the same time. */
async function outcome(
  all: readonly Provider[],
  wanted: readonly (Omit<ShareRequest, 'shareKey' | 'shareScope'> & { copy: boolean })[],
  strategy: ShareState['strategy'],
  seed: number,
): Promise<string[]> {
  const shareScopeMap = {};
  // One provider of one version is one thing, whatever else was drawn for it.
  const unique = new Map(all.map((one) => [[one.from, one.version, one.layer].join(), one]));
  for (const one of shuffled([...unique.values()], seed)) {
    const { from, version, fails, delay } = one;
    const factory = async (): Promise<() => unknown> => {
      await steps((delay * (seed + 1)) % 7);
      if (fails) throw new Error(from);
      return () => `${from} ${version}`;
    };
    const { eager, singleton, layer = null } = one;
    const data = { name: 'lib', version, factory, eager, singleton, layer };
    provide({ name: from, strategy, shareScopeMap }, 'default', data);
  }
  const state: ShareState = { name: 'app', strategy, shareScopeMap };
  const results: string[] = [];
  for (const { copy, ...need } of wanted) {
    const fallback = copy ? async () => () => 'copy' : undefined;
    const request = { ...need, shareKey: 'lib', shareScope: 'default', fallback };
    const answers = await Promise.allSettled([ask(state, request), ask(state, request)]);
    for (const one of answers) {
      results.push(one.status === 'fulfilled' ? String(one.value()) : String(one.reason.code));
    }
  }
  return results;
}

async function ask(state: ShareState, request: ShareRequest): Promise<() => unknown> {
  return consumeShare(state, request);
}

test('10,000 orders of registration and arrival, with failures, give the same selection', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  const seen = new Map<string, number>();
  let orders = 0;
  await fc.assert(
    fc.asyncProperty(
      providers,
      requests,
      strategies,
      fc.integer({ min: 1, max: 1e6 }),
      async (all, wanted, strategy, seed) => {
        const first = await outcome(all, wanted, strategy, 0);
        expect(await outcome(all, wanted, strategy, seed)).toEqual(first);
        orders++;
        for (const one of first) seen.set(one, (seen.get(one) ?? 0) + 1);
      },
    ),
    { numRuns: 10_000, seed: 20251121 },
  );
  jest.restoreAllMocks();
  expect(orders).toBe(10_000);
  // What was drawn reaches every way out.
  for (const one of ['a 1.2.0', 'd 2.1.0', 'copy', 'SHARE-001', 'SHARE-002', 'RUNTIME-012']) {
    expect([one, (seen.get(one) ?? 0) > 50]).toEqual([one, true]);
  }
}, 60_000);

test('two layers of one version do not meet', () => {
  const shareScopeMap: ShareState['shareScopeMap'] = {};
  const state: ShareState = { name: 'app', strategy: 'loaded-first', shareScopeMap };
  for (const layer of ['ssr', 'rsc', undefined]) {
    const factory = () => () => layer ?? 'none';
    const data = {
      name: 'lib',
      version: '1.0.0',
      factory,
      eager: 0,
      layer: layer ?? null,
    } as const;
    provide(state, 'default', data);
  }
  const get = (layer?: string): unknown => {
    const need = { requiredVersion: '*', singleton: true, strictVersion: true, layer };
    const factory = consumeShare(state, { ...need, shareKey: 'lib', shareScope: 'default' });
    return (factory as () => unknown)();
  };
  expect([get('ssr'), get('rsc'), get()]).toEqual(['ssr', 'rsc', 'none']);
  expect(() => get('edge')).toThrow(expect.objectContaining({ code: 'RUNTIME-012' }));
  // What other runtimes look at.
  const plain: ShareEntry | undefined = shareScopeMap['default']!['lib']!['1.0.0'];
  expect(plain?.shareConfig?.layer).toBeFalsy();
});
