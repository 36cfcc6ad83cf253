import { normalizeOptions, normalizeShared } from '../../src/options/normalize.ts';

/** What a plugin consumes and, with other names, provides. */
function requests(shared: object): string[] {
  const { consumes, provides } = normalizeOptions({ shared });
  expect(provides.map(({ request }) => request)).toEqual(consumes.map((one) => one.import));
  return consumes.map(({ request }) => request);
}

test.each([
  [{ react: { singleton: true } }, ['react', 'react/']],
  [{ '@s/a': { singleton: true } }, ['@s/a', '@s/a/']],
  [{ react: {} }, ['react']],
  [{ react: { subpaths: true } }, ['react', 'react/']],
  [{ react: { singleton: true, subpaths: false } }, ['react']],
  [
    { react: { singleton: true, subpaths: ['client', 'x/y.js'] } },
    ['react', 'react/client', 'react/x/y.js'],
  ],
  [{ react: { singleton: true }, 'react/': { eager: true } }, ['react', 'react/']],
  [{ 'react/': { singleton: true } }, ['react/']],
  [{ 'react/jsx-runtime': { singleton: true } }, ['react/jsx-runtime']],
  [{ './react.js': { singleton: true } }, ['./react.js']],
  [{ react: { singleton: true, import: 'preact/compat' } }, ['react']],
  [{ react: { import: 'preact/compat', subpaths: true } }, ['react', 'react/']],
])('%j', (shared, expected) => {
  expect(requests(shared)).toEqual(expected);
});

test('they take over all options', () => {
  const options = {
    shareKey: 'r',
    shareScope: ['s'],
    packageName: 'p',
    requiredVersion: '^1',
    version: '1.0.0',
    singleton: true,
    strictVersion: true,
    eager: true,
  };
  const { consumes, provides } = normalizeOptions({ shared: { react: options } });
  const changes = { request: 'react/', shareKey: 'r/', subpath: true };
  expect(consumes[1]).toEqual({ ...consumes[0], ...changes, import: 'react/' });
  expect(provides[1]).toEqual({ ...provides[0], ...changes });
});

test('import: false is one for them too', () => {
  const { consumes, provides } = normalizeOptions({
    shared: { react: { singleton: true, import: false } },
  });
  expect(consumes.map((one) => one.import)).toEqual([false, false]);
  expect(provides).toEqual([]);
});

test('what the user wrote stays as he wrote it', () => {
  const { consumes } = normalizeOptions({
    shared: { react: { singleton: true }, 'react/': { requiredVersion: '^1' } },
  });
  expect(consumes.map((one) => [one.singleton, one.requiredVersion])).toEqual([
    [true, undefined],
    [false, '^1'],
  ]);
});

test('a SharePlugin alone is that of webpack', () => {
  const shared = { react: { singleton: true }, vue: { subpaths: ['x'] } };
  expect(normalizeShared({ shared }).consumes.map(({ request }) => request)).toEqual([
    'react',
    'vue',
    'vue/x',
  ]);
});
