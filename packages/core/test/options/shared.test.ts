import {
  normalizeConsumes,
  normalizeProvides,
  normalizeShared,
} from '../../src/options/normalize.ts';
import { problems } from './problems.ts';

const shared = (value: unknown) => normalizeShared({ shared: value });
const consumes = (value: unknown) => normalizeConsumes({ consumes: value });
const provides = (value: unknown) => normalizeProvides({ provides: value });

const CONSUME = {
  request: 'a',
  shareKey: 'a',
  shareScope: ['default'],
  import: 'a',
  packageName: undefined,
  requiredVersion: undefined,
  strictVersion: true,
  singleton: false,
  eager: false,
};
const PROVIDE = {
  request: 'a',
  shareKey: 'a',
  shareScope: ['default'],
  version: undefined,
  eager: false,
  singleton: undefined,
  requiredVersion: undefined,
  strictVersion: undefined,
};

describe('shared', () => {
  test.each<[unknown, Partial<typeof CONSUME> | object, object | undefined]>([
    [['a'], {}, {}],
    [{ a: 'a' }, {}, {}],
    [{ a: {} }, {}, {}],
    [[{ a: {} }], {}, {}],
    [{ a: '^1.2' }, { requiredVersion: '^1.2' }, { requiredVersion: '^1.2' }],
    [{ a: '1 || 2' }, { requiredVersion: '1 || 2' }, { requiredVersion: '1 || 2' }],
    [{ a: 'v1.0.0' }, { requiredVersion: 'v1.0.0' }, { requiredVersion: 'v1.0.0' }],
    [{ a: '*' }, { requiredVersion: '*' }, { requiredVersion: '*' }],
    [{ a: 'npm:b@^1.2' }, { requiredVersion: '^1.2' }, { requiredVersion: '^1.2' }],
    [
      { a: { requiredVersion: 'workspace:^1' } },
      { requiredVersion: '^1' },
      { requiredVersion: '^1' },
    ],
    [{ a: 'catalog:' }, {}, {}],
    [{ a: { requiredVersion: 'workspace:^' } }, {}, {}],
    [{ a: 'file:///b.js' }, { import: 'file:///b.js' }, { request: 'file:///b.js' }],
    [{ a: './b' }, { import: './b' }, { request: './b' }],
    [{ a: 'vue' }, { import: 'vue' }, { request: 'vue' }],
    [{ a: { import: 'b' } }, { import: 'b' }, { request: 'b' }],
    [{ a: { import: false } }, { import: false, strictVersion: false }, undefined],
    [{ a: { singleton: true } }, { singleton: true, strictVersion: false }, { singleton: true }],
    [
      { a: { singleton: true, strictVersion: true } },
      { singleton: true, strictVersion: true },
      { singleton: true, strictVersion: true },
    ],
    [{ a: { strictVersion: false } }, { strictVersion: false }, { strictVersion: false }],
    [{ a: { requiredVersion: false } }, { requiredVersion: false }, { requiredVersion: false }],
    [{ a: { version: '1.0.0' } }, {}, { version: '1.0.0' }],
    [{ a: { version: false } }, {}, { version: false }],
    [{ a: { eager: true } }, { eager: true }, { eager: true }],
    [{ a: { packageName: 'p' } }, { packageName: 'p' }, {}],
    [{ a: { shareKey: 'k' } }, { shareKey: 'k' }, { shareKey: 'k' }],
    [{ a: { shareScope: ['s', 't'] } }, { shareScope: ['s', 't'] }, { shareScope: ['s', 't'] }],
    [['a', { a: { eager: true } }], { eager: true }, { eager: true }],
  ])('%j', (value, consume, provide) => {
    expect(shared(value)).toEqual({
      consumes: [{ ...CONSUME, ...consume }],
      provides: provide ? [{ ...PROVIDE, ...provide }] : [],
    });
  });

  test('prefixes and paths pass as they are', () => {
    const { consumes, provides } = shared(['lodash/', './a', '/abs/b', '@s/c']);
    expect(consumes.map(({ request }) => request)).toEqual(['lodash/', './a', '/abs/b', '@s/c']);
    expect(provides.map(({ request }) => request)).toEqual(['lodash/', './a', '/abs/b', '@s/c']);
  });

  test('takes the scope of the plugin', () => {
    expect(normalizeShared({ shared: ['a'], shareScope: 's' })).toEqual({
      consumes: [{ ...CONSUME, shareScope: ['s'] }],
      provides: [{ ...PROVIDE, shareScope: ['s'] }],
    });
  });

  test.each([
    [{ react: { requiredVersion: 18 } }, ['INVALID_VALUE shared.react.requiredVersion']],
    [{ react: { requiredVersion: 'next' } }, ['INVALID_VALUE shared.react.requiredVersion']],
    [{ react: { requiredVersion: '' } }, ['INVALID_VALUE shared.react.requiredVersion']],
    [{ react: { requiredVersion: true } }, ['INVALID_VALUE shared.react.requiredVersion']],
    [{ react: '^x.y.z.1' }, ['INVALID_VALUE shared.react']],
    [{ react: { version: '^18.0.0' } }, ['INVALID_VALUE shared.react.version']],
    [{ react: { version: 18 } }, ['INVALID_VALUE shared.react.version']],
    [{ react: { import: true } }, ['INVALID_VALUE shared.react.import']],
    [{ react: { singleton: 'yes' } }, ['INVALID_VALUE shared.react.singleton']],
    [{ react: { eager: 1 } }, ['INVALID_VALUE shared.react.eager']],
    [{ react: { packageName: '' } }, ['INVALID_VALUE shared.react.packageName']],
    [{ react: true }, ['INVALID_VALUE shared.react']],
    [{ react: '' }, ['INVALID_VALUE shared.react']],
    [{ react: ['a'] }, ['INVALID_VALUE shared.react']],
    [[{ '@a/b': { eager: 1 } }], ['INVALID_VALUE shared[0]["@a/b"].eager']],
    [{ react: { shareScope: ['__proto__'] } }, ['UNSAFE_NAME shared.react.shareScope']],
    [{ react: { shareKey: '__proto__' } }, ['UNSAFE_NAME shared.react.shareKey']],
    [['__proto__'], ['UNSAFE_NAME shared[0]']],
    [{ 'lodash/': { shareKey: 'lodash' } }, ['INVALID_VALUE shared["lodash/"].shareKey']],
    [{ 'lodash/': { import: 'lodash-es' } }, ['INVALID_VALUE shared["lodash/"].import']],
    [{ 'lodash/': 'lodash-es' }, ['INVALID_VALUE shared["lodash/"]']],
    [{ react: { singelton: true } }, ['UNKNOWN_OPTION shared.react.singelton']],
    [{ react: { request: '' } }, ['INVALID_VALUE shared.react.request']],
    [{ react: { layer: 1 } }, ['INVALID_VALUE shared.react.layer']],
    [{ react: { issuerLayer: 1 } }, ['INVALID_VALUE shared.react.issuerLayer']],
    [{ react: { include: '^1' } }, ['INVALID_VALUE shared.react.include']],
    [{ react: { include: { version: 'x.y' } } }, ['INVALID_VALUE shared.react.include.version']],
    [{ react: { exclude: { vers: '1' } } }, ['UNKNOWN_OPTION shared.react.exclude.vers']],
    [
      { react: { exclude: { fallbackVersion: false } } },
      ['INVALID_VALUE shared.react.exclude.fallbackVersion'],
    ],
    [{ 'a/': { include: { request: 1 } } }, ['INVALID_VALUE shared["a/"].include.request']],
    [
      { react: { allowNodeModulesSuffixMatch: 1 } },
      ['INVALID_VALUE shared.react.allowNodeModulesSuffixMatch'],
    ],
    [{ react: { subpaths: 'client' } }, ['INVALID_VALUE shared.react.subpaths']],
    [{ react: { subpaths: ['/client'] } }, ['INVALID_VALUE shared.react.subpaths']],
    [{ 'react/': { subpaths: true } }, ['INVALID_VALUE shared["react/"].subpaths']],
    [{ './react': { subpaths: ['a'] } }, ['INVALID_VALUE shared["./react"].subpaths']],
  ])('refuses %j', (value, expected) => {
    expect(problems(shared, value)).toEqual(expected);
  });

  test('treeShaking is not supported yet, unless it is off', () => {
    expect(problems(shared, { a: { treeShaking: true } })).toEqual([
      'NOT_SUPPORTED shared.a.treeShaking',
    ]);
    expect(problems(shared, { a: { treeShaking: undefined } })).toEqual([]);
    expect(problems(shared, { a: { treeShaking: false } })).toEqual([]);
  });

  test('several items of one package, each for its layer', () => {
    const value = {
      a: { layer: 'client' },
      'a on the server': { request: 'a', issuerLayer: 'ssr', layer: 'ssr', import: 'a/server' },
    };
    expect(shared(value)).toEqual({
      consumes: [
        { ...CONSUME, layer: 'client' },
        { ...CONSUME, issuerLayer: 'ssr', layer: 'ssr', import: 'a/server' },
      ],
      provides: [
        { ...PROVIDE, layer: 'client' },
        { ...PROVIDE, issuerLayer: 'ssr', layer: 'ssr', request: 'a/server' },
      ],
    });
  });

  test('filters', () => {
    const include = { version: '^1', fallbackVersion: '1.2.3', request: /^b/g };
    const exclude = { request: 'c' };
    const [consume] = shared({
      'a/': { include, exclude, allowNodeModulesSuffixMatch: true },
    }).consumes;
    expect(consume).toMatchObject({
      include: { version: '^1', fallbackVersion: '1.2.3', request: /^b/ },
      exclude: { request: 'c' },
      allowNodeModulesSuffixMatch: true,
    });
  });
});

describe('consumes', () => {
  test.each([
    [['a'], { strictVersion: false }],
    [{ a: 'a' }, { strictVersion: false }],
    [{ a: '^1' }, { requiredVersion: '^1', strictVersion: true }],
    [{ a: './b' }, { import: './b', strictVersion: false }],
    [{ a: {} }, { strictVersion: true }],
    [{ a: { import: false } }, { import: false, strictVersion: false }],
  ])('%j', (value, expected) => {
    expect(consumes(value)).toEqual([{ ...CONSUME, ...expected }]);
  });

  test.each([
    [{ a: { version: '1.0.0' } }, ['UNKNOWN_OPTION consumes.a.version']],
    [{ a: { requiredVersion: 1 } }, ['INVALID_VALUE consumes.a.requiredVersion']],
  ])('refuses %j', (value, expected) => {
    expect(problems(consumes, value)).toEqual(expected);
  });
});

describe('provides', () => {
  test.each([
    [['a'], {}],
    [{ a: 'k' }, { shareKey: 'k' }],
    [{ a: '1' }, { shareKey: '1' }],
    [{ './a.js': { shareKey: 'k' } }, { request: './a.js', shareKey: 'k' }],
    [{ a: { version: '1.0.0', eager: true } }, { version: '1.0.0', eager: true }],
    [{ a: { version: false } }, { version: false }],
  ])('%j', (value, expected) => {
    expect(provides(value)).toEqual([{ ...PROVIDE, ...expected }]);
  });

  test.each([
    [{ a: { import: 'b' } }, ['UNKNOWN_OPTION provides.a.import']],
    [{ './a.js': '__proto__' }, ['UNSAFE_NAME provides["./a.js"]']],
    [{ 'a/': 'b' }, ['INVALID_VALUE provides["a/"]']],
  ])('refuses %j', (value, expected) => {
    expect(problems(provides, value)).toEqual(expected);
  });
});
