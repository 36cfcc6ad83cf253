import { createInstance } from '../../src/index.ts';
import type { LoadShareOptions, ShareArgs } from '../../src/options.ts';

const share = (version: string, more: Partial<ShareArgs> = {}): ShareArgs => ({
  version,
  get: async () => () => version,
  ...more,
});

async function load(
  shared: ShareArgs | ShareArgs[],
  options?: LoadShareOptions,
  name = 'app',
): Promise<unknown> {
  const factory = await createInstance({ name, shared: { lib: shared } }).loadShare('lib', options);
  return factory && factory();
}

const asked = (requiredVersion: string, more: object = {}): LoadShareOptions => ({
  customShareInfo: { shareConfig: { requiredVersion, ...more } },
});

const own = (requiredVersion: string): ShareArgs =>
  share('1.0.0', { shareConfig: { requiredVersion } });

const two = [share('1.0.0'), share('2.0.0')];

test.each<[string, ShareArgs | ShareArgs[], LoadShareOptions | undefined, unknown]>([
  ['the highest version', two, undefined, '2.0.0'],
  ['one that satisfies', two, asked('^1.0.0'), '1.0.0'],
  [
    'what the resolver picks',
    two,
    { resolver: (all) => all.find(({ version }) => version === '1.0.0') },
    '1.0.0',
  ],
  ['the highest when the resolver picks none', two, { resolver: () => undefined }, '2.0.0'],
  [
    'the highest when what the resolver picks fails',
    [share('1.0.0', { get: () => Promise.reject(new Error('down')) }), share('2.0.0')],
    { resolver: (all) => all.find(({ version }) => version === '1.0.0') },
    '2.0.0',
  ],
  [
    'what is there before what would have to be loaded',
    [share('1.0.0', { lib: () => 'there' }), share('2.0.0')],
    asked('*', { singleton: true }),
    'there',
  ],
  ['false where nothing satisfies', two, asked('^3.0.0'), false],
  [
    'its own copy where nothing satisfies',
    two,
    { customShareInfo: { ...asked('^3.0.0').customShareInfo, get: () => () => 'copy' } },
    'copy',
  ],
  [
    'its own module where nothing satisfies',
    two,
    { customShareInfo: { ...asked('^3.0.0').customShareInfo, lib: () => 'module' } },
    'module',
  ],
  ['a singleton though it does not satisfy', two, asked('^3.0.0', { singleton: true }), '2.0.0'],
  ['its own though it does not satisfy its own range', [own('^2.0.0')], undefined, '1.0.0'],
  [
    'its own without a version, whose range nobody satisfies',
    { lib: () => 'own', shareConfig: { requiredVersion: '^2.0.0' } },
    undefined,
    'own',
  ],
  [
    'what satisfies its range before its own',
    [own('^0.9.0'), share('0.9.1', { lib: () => 'another' })],
    undefined,
    'another',
  ],
  ['false where there is a requirement only', { version: '1.0.0' }, undefined, false],
  [
    'what was registered for a layer',
    share('1.0.0', { shareConfig: { layer: 'ssr' } }),
    undefined,
    '1.0.0',
  ],
  [
    'nothing of another layer',
    share('1.0.0', { shareConfig: { layer: 'ssr' } }),
    asked('*', { layer: 'rsc' }),
    false,
  ],
])('%s', async (_, shared, options, expected) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  expect(await load(shared, options)).toBe(expected);
  warn.mockRestore();
});

test('what it requires itself decides when nothing else is asked for', async () => {
  const instance = createInstance({ name: 'app' });
  const any: ShareArgs['shareConfig'] = { requiredVersion: false };
  instance.registerShared({ lib: share('1.0.0') });
  const other = createInstance({
    name: 'other',
    shared: { lib: share('2.0.0', { shareConfig: any }) },
  });
  Object.assign(instance.shareScopeMap['default']!['lib']!, other.shareScopeMap['default']!['lib']);
  expect(((await instance.loadShare('lib')) as () => unknown)()).toBe('1.0.0');
});

test('every scope that is named gets it', () => {
  const { shareScopeMap } = createInstance({
    name: 'app',
    shared: { lib: share('1.0.0', { scope: ['default', 'ui'] }) },
  });
  expect(shareScopeMap['ui']!['lib']!['1.0.0']!.scope).toEqual(['ui']);
  expect(shareScopeMap['default']!['lib']!['1.0.0']!.from).toBe('app');
});

test.each([
  ['SHARE-001', share('1.0.0'), asked('^2.0.0', { singleton: true, strictVersion: true })],
  ['SHARE-002', share('1.0.0', { get: () => Promise.reject(new Error('down')) }), undefined],
  ['SHARE-002', share('1.0.0', { get: (() => undefined) as never }), undefined],
])('rejects with %s', async (code, shared, options) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  await expect(load(shared, options)).rejects.toMatchObject({ code, share: 'lib' });
  warn.mockRestore();
});

test('a conflict is reported once per version and range, and names all who take part', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  const instance = createInstance({ name: 'app', shared: { lib: share('1.0.0') } });
  const entry = instance.shareScopeMap['default']!['lib']!['1.0.0']!;
  Object.defineProperty(entry, 'from', { value: 'host' });
  entry.useIn = ['shop'];
  for (const range of ['^2.0.0', '^2.0.0', '^3.0.0']) {
    await instance.loadShare('lib', asked(range, { singleton: true }));
  }
  expect(warn.mock.calls.map(([text]) => String(text))).toEqual([
    expect.stringMatching(/app.*\^2\.0\.0.*1\.0\.0.*host.*host requires \^1\.0\.0.*shop/),
    expect.stringMatching(/\^3\.0\.0/),
  ]);
  warn.mockRestore();
});

test('loadShareSync takes what is there, and leaves no rejection behind', async () => {
  const down = (): Promise<never> => Promise.reject(new Error('down'));
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  const instance = createInstance({
    name: 'app',
    shared: { there: { lib: () => 'there' }, late: { get: down } },
  });
  expect(instance.loadShareSync('there')()).toBe('there');
  expect(() => instance.loadShareSync('late')).toThrow(
    expect.objectContaining({ code: 'RUNTIME-006', share: 'late' }),
  );
  await new Promise((resolve) => setTimeout(resolve));
  warn.mockRestore();
});

test('what is registered again, with whatever range, is kept once per version and scope', async () => {
  const instance = createInstance({ name: 'app' });
  for (const requiredVersion of ['^1.0.0', '^2.0.0', false] as const) {
    for (const scope of ['default', 'ui']) {
      instance.registerShared({ lib: share('1.0.0', { scope, shareConfig: { requiredVersion } }) });
    }
  }
  expect(instance.options.shared['lib']).toEqual([
    expect.objectContaining({ version: '1.0.0', scope: ['default'] }),
    expect.objectContaining({ version: '1.0.0', scope: ['ui'] }),
  ]);
  expect(instance.options.shared['lib']![0]!.shareConfig.requiredVersion).toBe(false);
});

test('loadShareSync takes its own though it does not satisfy its own range', () => {
  const lib = { version: '1.0.0', lib: () => 'own', shareConfig: { requiredVersion: '^2.0.0' } };
  const instance = createInstance({ name: 'app', shared: { lib } });
  expect(instance.loadShareSync('lib')()).toBe('own');
});
