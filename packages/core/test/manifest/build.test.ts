import type { ManifestAssets } from '@hansa/runtime/protocol';
import { buildStats, manifestOf } from '../../src/manifest/build.ts';
import type { ManifestFacts, ShareFacts } from '../../src/manifest/facts.ts';
import type { ExposePlan, FederationPlan, RemotePlan } from '../../src/options/plan.ts';
import { consumeOf, containerOf, planOf, provideOf } from './plan.ts';

const none: ManifestAssets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };

function factsOf(parts: Partial<ManifestFacts> = {}): ManifestFacts {
  return {
    buildName: 'pkg',
    buildVersion: '1.2.3',
    publicPath: 'auto',
    remoteEntry: '',
    exposes: [],
    shares: [],
    remotes: [],
    ...parts,
  };
}

function shareOf(shareKey: string, parts: Partial<ShareFacts> = {}): ShareFacts {
  return {
    shareKey,
    shareScope: 'default',
    version: '1.0.0',
    requiredVersion: '^1.0.0',
    usedIn: [],
    assets: none,
    ...parts,
  };
}

const exposeOf = (key: string): ExposePlan => ({ key, import: ['./src/x'], chunkName: key });

const remoteOf = (alias: string, sources: RemotePlan['sources']): RemotePlan => ({
  alias,
  shareScope: ['default'],
  sources,
});

const manifest = (plan: Partial<FederationPlan>, facts: Partial<ManifestFacts> = {}) =>
  manifestOf(buildStats(planOf(plan), factsOf(facts)));

describe('metaData', () => {
  it('has every field of the 2.9 schema', () => {
    const container = containerOf({ exposes: [exposeOf('./Button')] });
    expect(manifest({ container }, { remoteEntry: 'static/remoteEntry.js' })).toEqual({
      id: 'app',
      name: 'app',
      metaData: {
        name: 'app',
        type: 'app',
        buildInfo: { buildVersion: '1.2.3', buildName: 'pkg' },
        remoteEntry: { name: 'static/remoteEntry.js', path: '', type: 'var' },
        types: { path: '', name: '', zip: '', api: '' },
        globalName: 'app',
        pluginVersion: '0.0.0-test',
        publicPath: 'auto',
      },
      shared: [],
      remotes: [],
      exposes: [{ id: 'app:Button', name: 'Button', path: './Button', assets: none }],
    });
  });

  it.each([
    ['a global of another name', { type: 'global', name: 'shopApp' }, 'global', 'shopApp'],
    ['a module without a name', { type: 'module' }, 'module', 'app'],
    ['one name per module system', { type: 'umd', name: { root: 'Shop' } }, 'umd', 'Shop'],
    ['a namespace', { type: 'assign', name: ['my', 'shop'] }, 'assign', 'app'],
  ])('tells how the container is reached: %s', (_, library, type, globalName) => {
    const { metaData } = manifest({ container: containerOf({ library }) });
    expect([metaData.remoteEntry.type, metaData.globalName]).toEqual([type, globalName]);
  });

  it('has no entry for a pure consumer', () => {
    const { metaData, exposes } = manifest({});
    expect(metaData.remoteEntry).toEqual({ name: '', path: '', type: 'global' });
    expect(exposes).toEqual([]);
  });
});

describe('exposes', () => {
  it('keep the order of the option, and those with the same import apart', () => {
    const container = containerOf({ exposes: ['./b', './a', '.'].map(exposeOf) });
    const assets = { js: { sync: ['same.js'], async: [] }, css: { sync: [], async: [] } };
    const { exposes } = manifest(
      { container },
      { exposes: ['./a', './b'].map((key) => ({ key, file: 'src/x.js', assets })) },
    );
    expect(exposes.map(({ id, path, assets: { js } }) => [id, path, js.sync])).toEqual([
      ['app:b', './b', ['same.js']],
      ['app:a', './a', ['same.js']],
      ['app:.', '.', []],
    ]);
  });

  it('list each file once, sorted; stylesheets of the group stay in the order of the cascade', () => {
    const unordered = ['b', 'a', 'b'];
    const assets = {
      js: { sync: unordered, async: unordered },
      css: { sync: unordered, async: unordered },
    };
    const [expose] = manifest(
      { container: containerOf({ exposes: [exposeOf('./a')] }) },
      { exposes: [{ key: './a', file: '', assets }] },
    ).exposes;
    expect(expose!.assets).toEqual({
      js: { sync: ['a', 'b'], async: ['a', 'b'] },
      css: { sync: ['b', 'a'], async: ['a', 'b'] },
    });
  });

  it('have their source and what they require in the stats only', () => {
    const plan = planOf({
      container: containerOf({ exposes: ['./a', './b'].map(exposeOf) }),
      consumes: [consumeOf('react'), consumeOf('lodash')],
    });
    const stats = buildStats(
      plan,
      factsOf({
        exposes: [{ key: './a', file: 'src/a.tsx', assets: none }],
        shares: [
          shareOf('react', { usedIn: ['./b', './a', './a'] }),
          shareOf('lodash', { usedIn: ['./a'] }),
          shareOf('lodash', { version: '2.0.0', usedIn: ['./a'] }),
        ],
      }),
    );
    expect(stats.exposes.map(({ file, requires }) => [file, requires])).toEqual([
      ['src/a.tsx', ['lodash', 'react']],
      ['', ['react']],
    ]);
    expect(stats.shared.map(({ usedIn }) => usedIn)).toEqual([['./a'], ['./a'], ['./a', './b']]);
    expect(Object.keys(manifestOf(stats).exposes[0]!)).toEqual(['id', 'name', 'path', 'assets']);
  });
});

describe('shared', () => {
  it.each([
    ['not set', {}, {}, 'absent'],
    ['set', { singleton: true }, { singleton: true }, true],
    ['unset', { singleton: false }, { singleton: false }, false],
  ])('tells singleton only where the option was set: %s', (_, consume, provide, expected) => {
    const { shared } = manifest(
      { consumes: [consumeOf('react', consume)], provides: [provideOf('react', provide)] },
      { shares: [shareOf('react')] },
    );
    expect('singleton' in shared[0]! ? shared[0]!.singleton : 'absent').toBe(expected);
  });

  it('tells singleton of a share without a provider', () => {
    const consumes = [consumeOf('react', { import: false, singleton: true })];
    const { shared } = manifest({ consumes }, { shares: [shareOf('react', { version: '' })] });
    expect(shared[0]).toEqual({
      id: 'app:react',
      name: 'react',
      version: '',
      singleton: true,
      requiredVersion: '^1.0.0',
      assets: none,
      fallback: '',
    });
  });

  it('belongs to the longest key that fits, in its own scope', () => {
    const consumes = [
      consumeOf('ui/', { singleton: true }),
      consumeOf('ui/theme/', { eager: true }),
      consumeOf('other', { shareScope: ['default', 'b'] }),
    ];
    const shares = ['ui/button', 'ui/theme/dark', 'uikit', 'other'].map((key) => shareOf(key));
    const facts = factsOf({ shares: [...shares, shareOf('other', { shareScope: 'default|b' })] });
    const { shared } = buildStats(planOf({ consumes }), facts);
    expect(shared.map((item) => [item.name, item.singleton, item.eager, item.shareScope])).toEqual([
      ['other', undefined, false, 'default|b'],
      ['ui/button', true, false, 'default'],
      ['ui/theme/dark', undefined, true, 'default'],
    ]);
  });

  it('is sorted by name, scope and version', () => {
    const consumes = [consumeOf('b'), consumeOf('a'), consumeOf('a', { shareScope: ['alt'] })];
    const facts = [
      shareOf('b'),
      shareOf('a', { version: '2.0.0' }),
      shareOf('a'),
      shareOf('a', { shareScope: 'alt' }),
    ];
    const statsOf = (shares: ShareFacts[]) => buildStats(planOf({ consumes }), factsOf({ shares }));
    expect(statsOf(facts).shared.map((i) => [i.name, i.shareScope, i.version])).toEqual([
      ['a', 'alt', '1.0.0'],
      ['a', 'default', '1.0.0'],
      ['a', 'default', '2.0.0'],
      ['b', 'default', '1.0.0'],
    ]);
    expect(statsOf([...facts].reverse())).toEqual(statsOf(facts));
  });

  it('is what was configured where the chunk graph is not read', () => {
    const { shared } = manifest({
      consumes: [consumeOf('react', { requiredVersion: '^19' }), consumeOf('ui/')],
      provides: [provideOf('react', { version: '19.1.0' }), provideOf('ui/', { version: false })],
      manifest: { fileName: 'a.json', statsFileName: 'b.json', disableAssetsAnalyze: true },
    });
    expect(shared.map((item) => [item.name, item.version, item.requiredVersion])).toEqual([
      ['react', '19.1.0', '^19'],
      ['ui/', '', '*'],
    ]);
  });
});

describe('remotes', () => {
  const shop = remoteOf('shop', [
    {
      kind: 'entry',
      name: 'shop_app',
      entry: 'https://shop.test/mf-manifest.json',
      type: 'script',
    },
    { kind: 'entry', name: 'spare', entry: 'https://spare.test/remoteEntry.js', type: 'script' },
  ]);

  it('have one item per imported module, and one without when nothing imports them', () => {
    const unused = remoteOf('unused', [{ kind: 'external', type: 'commonjs', request: './x' }]);
    const facts = factsOf({
      remotes: [
        { alias: 'shop', module: './Cart', usedIn: ['./b', './a'] },
        { alias: 'shop', module: '.', usedIn: [] },
      ],
    });
    const stats = buildStats(planOf({ remotes: [unused, shop] }), facts);
    expect(stats.remotes.map((remote) => [remote.alias, remote.moduleName, remote.usedIn])).toEqual(
      [
        ['unused', 'UNKNOWN', []],
        ['shop', '.', []],
        ['shop', 'Cart', ['./a', './b']],
      ],
    );
    expect(manifestOf(stats).remotes).toContainEqual({
      alias: 'shop',
      federationContainerName: 'shop_app',
      entry: 'https://shop.test/mf-manifest.json',
      moduleName: 'Cart',
    });
  });

  it('that only the bundler can load have no entry', () => {
    const code = remoteOf('late', [{ kind: 'external', type: 'promise', request: 'load()' }]);
    expect(manifest({ remotes: [code] }).remotes).toEqual([
      { alias: 'late', federationContainerName: 'late', entry: '', moduleName: 'UNKNOWN' },
    ]);
  });
});
