import type { FederationPlan } from '@hansa/core';
import { nativeOptions } from '../src/nativeOptions.ts';

const empty: FederationPlan = {
  name: '',
  container: undefined,
  remotes: [],
  consumes: [],
  provides: [],
  shareScope: ['default'],
  shareStrategy: 'loaded-first',
  manifest: false,
  asyncStartup: true,
  runtimePlugins: [],
};

const consume: FederationPlan['consumes'][number] = {
  request: 'react',
  shareKey: 'react',
  shareScope: ['default'],
  import: 'react',
  packageName: undefined,
  requiredVersion: undefined,
  strictVersion: false,
  singleton: true,
  eager: false,
};

const provide: FederationPlan['provides'][number] = {
  request: 'react',
  shareKey: 'react',
  shareScope: ['default'],
  version: undefined,
  eager: false,
  singleton: true,
  requiredVersion: undefined,
  strictVersion: undefined,
};

test('a plan without federation applies no native plugin', () => {
  expect(nativeOptions(empty)).toEqual({});
});

test('the container keeps the order of its exposes and what the user left open stays open', () => {
  const container = {
    name: 'shop',
    filename: undefined,
    library: { type: 'var', name: 'shop' },
    runtime: undefined,
    shareScope: ['default'],
    exposes: [
      { key: './b', import: ['./src/polyfill', './src/b'], chunkName: '__federation_expose_b' },
      { key: './a', import: ['./src/a'], chunkName: '__federation_expose_a' },
    ],
  };
  expect(nativeOptions({ ...empty, container })).toStrictEqual({
    container: {
      enhanced: true,
      name: 'shop',
      library: { type: 'var', name: 'shop' },
      shareScope: 'default',
      exposes: [
        { './b': { import: ['./src/polyfill', './src/b'], name: '__federation_expose_b' } },
        { './a': { import: ['./src/a'], name: '__federation_expose_a' } },
      ],
    },
  });
});

test('`runtime: false` and several share scopes reach the container', () => {
  const container = {
    name: 'shop',
    filename: 'remoteEntry.js',
    library: { type: 'commonjs-module' },
    runtime: false as const,
    shareScope: ['default', 'legacy'],
    exposes: [],
  };
  expect(nativeOptions({ ...empty, container }).container).toMatchObject({
    filename: 'remoteEntry.js',
    runtime: false,
    shareScope: ['default', 'legacy'],
  });
});

test('each kind of remote becomes an external; those we load ourselves stay apart and are never fetched', () => {
  const shareScope = ['default'];
  const entry = (name: string) =>
    ({ kind: 'entry', name, entry: `https://${name}.example/e.js`, type: 'script' }) as const;
  const remotes: FederationPlan['remotes'] = [
    { alias: 'shop', shareScope, sources: [entry('shop'), entry('spare')] },
    { alias: 'cart', shareScope: ['default', 'legacy'], sources: [entry('cart')] },
    {
      alias: 'late',
      shareScope,
      sources: [{ kind: 'external', type: 'promise', request: 'new Promise(() => {})' }],
    },
    { alias: 'own', shareScope, sources: [{ kind: 'internal', request: './container.js' }] },
  ];
  expect(nativeOptions({ ...empty, remotes }).references).toStrictEqual({
    enhanced: true,
    remoteType: 'var',
    remotes: [
      { shop: { external: 'var void "shop"', shareScope: 'default' } },
      { cart: { external: 'var void "cart"', shareScope: ['default', 'legacy'] } },
      { late: { external: 'promise new Promise(() => {})', shareScope: 'default' } },
      { own: { external: 'internal ./container.js', shareScope: 'default' } },
    ],
  });
});

test('consumes and provides are independent of one another', () => {
  const options = nativeOptions({
    ...empty,
    consumes: [consume, { ...consume, request: 'lodash/', shareScope: ['a', 'b'], import: false }],
    provides: [provide],
  });
  expect(options).toStrictEqual({
    consumes: {
      enhanced: true,
      consumes: [
        {
          react: {
            shareKey: 'react',
            shareScope: 'default',
            import: 'react',
            strictVersion: false,
            singleton: true,
            eager: false,
          },
        },
        {
          'lodash/': {
            shareKey: 'react',
            shareScope: ['a', 'b'],
            import: false,
            strictVersion: false,
            singleton: true,
            eager: false,
          },
        },
      ],
    },
    provides: {
      enhanced: true,
      provides: [
        { react: { shareKey: 'react', shareScope: 'default', eager: false, singleton: true } },
      ],
    },
  });
});

test('what a provider tells its consumers is passed when it was set, `false` included', () => {
  const set = {
    version: '1.2.3',
    singleton: false,
    requiredVersion: false,
    strictVersion: true,
  } as const;
  const { provides } = nativeOptions({ ...empty, provides: [{ ...provide, ...set }] });
  expect(provides?.provides).toEqual([{ react: expect.objectContaining(set) }]);
});

test('the frozen plan can be read', () => {
  const library = Object.freeze({ type: 'var', name: Object.freeze(['a', 'b']) });
  const container = Object.freeze({
    name: 'shop',
    filename: undefined,
    library,
    runtime: undefined,
    shareScope: Object.freeze(['default', 'b']),
    exposes: [],
  });
  const options = nativeOptions({ ...empty, container }).container;
  expect(options?.library?.name).not.toBe(library.name);
  expect(options?.shareScope).not.toBe(container.shareScope);
});
