import { createModuleFederationConfig } from '../../src/options/createModuleFederationConfig.ts';
import { normalizeOptions, optionNotices } from '../../src/options/normalize.ts';
import { problems, suggestions } from './problems.ts';

const cyclic: Record<string, unknown> = {};
cyclic['list'] = [1, { cyclic }];

describe('normalizeOptions', () => {
  test('no option at all', () => {
    expect(normalizeOptions({})).toEqual({
      name: '',
      container: undefined,
      remotes: [],
      consumes: [],
      provides: [],
      shareScope: ['default'],
      shareStrategy: 'loaded-first',
      manifest: {
        fileName: 'mf-manifest.json',
        statsFileName: 'mf-stats.json',
        disableAssetsAnalyze: false,
      },
      asyncStartup: true,
      runtimePlugins: [],
    });
  });

  test('freezes the plan and not what the user wrote', () => {
    const imports = ['./a', './b'];
    const plan = normalizeOptions({ name: 'shop', exposes: { './A': imports }, shared: ['react'] });
    const parts = [
      plan,
      plan.container,
      plan.container?.exposes[0]?.import,
      plan.consumes[0],
      plan.shareScope,
    ];
    expect(parts.map((part) => part !== undefined && Object.isFrozen(part))).toEqual(
      parts.map(() => true),
    );
    expect(Object.isFrozen(imports)).toBe(false);
  });

  test.each([
    [true, 'mf-manifest.json', 'mf-stats.json'],
    [{}, 'mf-manifest.json', 'mf-stats.json'],
    [{ fileName: 'x' }, 'x.json', 'x-stats.json'],
    [{ fileName: 'x.json' }, 'x.json', 'x-stats.json'],
    [{ filePath: 'a/b' }, 'a/b/mf-manifest.json', 'a/b/mf-stats.json'],
    [{ filePath: './a/', fileName: 'x' }, 'a/x.json', 'a/x-stats.json'],
    [{ filePath: '/a' }, 'a/mf-manifest.json', 'a/mf-stats.json'],
    [{ fileName: '..\\..\\b.json' }, 'b.json', 'b-stats.json'],
  ])('manifest %j', (manifest, fileName, statsFileName) => {
    expect(normalizeOptions({ manifest }).manifest).toMatchObject({ fileName, statsFileName });
  });

  test.each([
    ['return "/a/"', '(function () { return "/a/"\n})()'],
    ['return "/a/" // here', '(function () { return "/a/" // here\n})()'],
    ['function () { return "/a/" }', '(function () { return "/a/" }\n)()'],
    ['() => "/a/";', '(() => "/a/"\n)()'],
    ['(\n) => "/a/"', '((\n) => "/a/"\n)()'],
  ])('getPublicPath %s', (getPublicPath, publicPath) => {
    const options = { name: 'shop', exposes: { './a': './a' }, getPublicPath };
    expect(normalizeOptions(options).container).toMatchObject({ publicPath });
  });

  test('a module can be the options', () => {
    const module = Object.defineProperty({ name: 'shop' }, Symbol.toStringTag, { value: 'Module' });
    expect(normalizeOptions(module).name).toBe('shop');
  });

  test('what is set is kept', () => {
    const plan = normalizeOptions({
      shareStrategy: 'version-first',
      manifest: false,
      experiments: { asyncStartup: false },
      runtimePlugins: ['./a', ['./b', { c: [null, 1] }]],
    });
    expect(plan).toMatchObject({
      shareStrategy: 'version-first',
      manifest: false,
      asyncStartup: false,
      runtimePlugins: [
        { request: './a', params: undefined },
        { request: './b', params: { c: [null, 1] } },
      ],
    });
    expect(normalizeOptions({ manifest: { disableAssetsAnalyze: true } }).manifest).toMatchObject({
      disableAssetsAnalyze: true,
    });
  });

  test.each([
    [undefined, ['INVALID_VALUE ']],
    [null, ['INVALID_VALUE ']],
    [[], ['INVALID_VALUE ']],
    [{ shareStrategy: 'first' }, ['INVALID_VALUE shareStrategy']],
    [{ remoteType: 'css' }, ['INVALID_VALUE remoteType']],
    [{ manifest: 'x' }, ['INVALID_VALUE manifest']],
    [{ manifest: { fileName: '' } }, ['INVALID_VALUE manifest.fileName']],
    [{ experiments: { asyncStartup: 1 } }, ['INVALID_VALUE experiments.asyncStartup']],
    [
      { library: { tpye: 'module' } },
      ['UNKNOWN_OPTION library.tpye', 'INVALID_VALUE library.type'],
    ],
    [{ toString: 1 }, ['UNKNOWN_OPTION toString']],
    [{ manifest: { additionalData: {} } }, ['INVALID_VALUE manifest.additionalData']],
    [
      { experiments: { optimization: { target: 'deno' } } },
      ['INVALID_VALUE experiments.optimization.target'],
    ],
    [
      { experiments: { optimization: { disableSnapshots: true } } },
      ['UNKNOWN_OPTION experiments.optimization.disableSnapshots'],
    ],
    [{ dts: 'yes' }, ['INVALID_VALUE dts']],
    [{ getPublicPath: 'return "' }, ['INVALID_VALUE getPublicPath']],
    [{ getPublicPath: () => '/' }, ['INVALID_VALUE getPublicPath']],
    [{ getPublicPath: 'https://cdn.test/' }, ['INVALID_VALUE getPublicPath']],
    [{ getPublicPath: 'window.base' }, ['INVALID_VALUE getPublicPath']],
    [new Map([['name', 'shop']]), ['INVALID_VALUE ']],
    [{ shared: new Set(['react']) }, ['INVALID_VALUE shared']],
    [{ remotes: new Map([['a', 'a@/a.js']]) }, ['INVALID_VALUE remotes']],
    [{ shared: { 'a/': { include: /b/ } } }, ['INVALID_VALUE shared["a/"].include']],
    [{ manifest: new Date(0) }, ['INVALID_VALUE manifest']],
    [{ name: ' ' }, ['INVALID_VALUE name']],
    [{ shared: { a: { version: '1.0.0 beta' } } }, ['INVALID_VALUE shared.a.version']],
    [{ runtimePlugins: './p' }, ['INVALID_VALUE runtimePlugins']],
    [
      { runtimePlugins: ['', ['./p', 1]] },
      ['INVALID_VALUE runtimePlugins[0]', 'INVALID_VALUE runtimePlugins[1]'],
    ],
    [
      { runtimePlugins: [['./p', { list: [{ when: () => 1 }] }]] },
      ['INVALID_VALUE runtimePlugins[0][1].list[0].when'],
    ],
    [{ runtimePlugins: [['./p', cyclic]] }, ['INVALID_VALUE runtimePlugins[0][1].list[1].cyclic']],
    [
      { runtimePlugins: [['./p', { list: [undefined], not: undefined }]] },
      ['INVALID_VALUE runtimePlugins[0][1].list[0]'],
    ],
    [{ treeShakingDir: 'x' }, ['NOT_SUPPORTED treeShakingDir']],
    [{ treeShakingSharedDir: 'x' }, ['NOT_SUPPORTED treeShakingSharedDir']],
    [{ treeShakingSharedPlugins: ['x'] }, ['NOT_SUPPORTED treeShakingSharedPlugins']],
    [{ treeShakingSharedExcludePlugins: ['x'] }, ['NOT_SUPPORTED treeShakingSharedExcludePlugins']],
    [{ injectTreeShakingUsedExports: true }, ['NOT_SUPPORTED injectTreeShakingUsedExports']],
  ])('refuses %j', (options, expected) => {
    expect(problems(normalizeOptions, options)).toEqual(expected);
  });

  test('reports everything at once, in the order of the plan', () => {
    const options = { exposess: {}, exposes: { './A': 1 }, remotes: { a: 2 }, shared: { b: 3 } };
    expect(problems(normalizeOptions, options)).toEqual([
      'UNKNOWN_OPTION exposess',
      'INVALID_VALUE exposes["./A"]',
      'INVALID_VALUE name',
      'INVALID_VALUE remotes.a',
      'INVALID_VALUE shared.b',
    ]);
  });

  test.each([
    [{ exposess: {} }, 'exposes'],
    [{ sharescope: 'x' }, 'shareScope'],
    [{ shared: { a: { singelton: true } } }, 'singleton'],
    [{ shared: { a: { requiredversion: '1' } } }, 'requiredVersion'],
    [{ shareStrategy: 'loadedfirst' }, 'loaded-first'],
    [{ somethingElse: 1 }, undefined],
  ])('%j: did you mean %s?', (options, suggestion) => {
    expect(suggestions(normalizeOptions, options)).toEqual([suggestion]);
  });

  test('the message holds path, expectation and value', () => {
    expect(() => normalizeOptions({ shared: { react: { requiredVersion: 18 } } })).toThrow(
      'shared.react.requiredVersion: expected a semver range or false, got 18',
    );
  });
});

describe('optionNotices', () => {
  test.each([
    ['implementation', 'x'],
    ['virtualRuntimeEntry', true],
    ['dev', {}],
    ['bridge', {}],
    ['async', true],
    ['dataPrefetch', true],
  ])('%s is accepted and named', (name, value) => {
    expect(problems(normalizeOptions, { [name]: value })).toEqual([]);
    expect(optionNotices({ [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
    expect(optionNotices({ [name]: false })).toEqual([]);
  });

  test.each([
    ['externalRuntime', true],
    ['provideExternalRuntime', true],
    ['optimization', { disableSnapshot: true, target: 'web' }],
  ])('experiments.%s is accepted and named', (name, value) => {
    const options = { experiments: { [name]: value } };
    expect(problems(normalizeOptions, options)).toEqual([]);
    expect(optionNotices(options)).toEqual([expect.stringMatching(`^experiments.${name}: `)]);
  });

  test('dts is accepted without a word, getPublicPath needs a container', () => {
    expect(optionNotices({ dts: { generateTypes: true } })).toEqual([]);
    expect(optionNotices({ getPublicPath: 'return ""' })).toEqual([
      expect.stringMatching(/^getPublicPath: /),
    ]);
  });

  test('nested options are named with their path', () => {
    const options = {
      experiments: { optimization: { target: 'web' } },
      shared: { a: { shareStrategy: 'loaded-first' } },
    };
    expect(optionNotices(options)).toEqual([
      expect.stringMatching(/^shared\.a\.shareStrategy: /),
      expect.stringMatching(/^experiments\.optimization: /),
    ]);
  });

  test('says nothing about options that work, and does not throw for those that do not', () => {
    expect(optionNotices({ name: 'shop', manifest: 5 })).toEqual([]);
    expect(optionNotices(undefined)).toEqual([]);
  });
});

test('createModuleFederationConfig returns what it was given', () => {
  const options = { name: 'shop' };
  expect(createModuleFederationConfig(options)).toBe(options);
});
