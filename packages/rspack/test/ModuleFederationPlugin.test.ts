import { OptionsError } from '@hansa/core';
import { ModuleFederationPlugin } from '../src/ModuleFederationPlugin.ts';
import { fakeCompiler } from './fakeCompiler.ts';

const container = { name: 'shop', exposes: { './Button': './src/Button' } };

function problems(run: () => void) {
  try {
    run();
  } catch (error) {
    if (error instanceof OptionsError) return error.problems.map(({ code, path }) => [code, path]);
    throw error;
  }
  return [];
}

test('the class keeps the name by which Rsbuild recognises it', () => {
  expect(ModuleFederationPlugin.name).toBe('ModuleFederationPlugin');
});

test('options are validated before a compiler is there', () => {
  const wrong = { ...container, shaerd: {} };
  expect(problems(() => new ModuleFederationPlugin(wrong))).toEqual([['UNKNOWN_OPTION', 'shaerd']]);
});

test('native plugins are applied after those of the bundler, in enhanced mode', () => {
  const { compiler, applied, call } = fakeCompiler();
  const remotes = { cart: 'cart@https://cart.example/remoteEntry.js' };
  const shared = { react: { singleton: true } };
  new ModuleFederationPlugin({ ...container, remotes, shared }).apply(compiler);
  expect(applied).toEqual([]);
  call('afterPlugins');
  expect(applied.map(({ plugin }) => plugin)).toEqual([
    'ContainerPlugin',
    'ContainerReferencePlugin',
    'ConsumeSharedPlugin',
    'ProvideSharedPlugin',
  ]);
  expect(applied.every(({ options }) => options['enhanced'] === true)).toBe(true);
});

test.each([
  [false, undefined, undefined],
  [{ name: 'runtime' }, undefined, false],
  [{ name: 'runtime' }, 'shared-runtime', 'shared-runtime'],
  [false, false, false],
] as const)(
  'runtimeChunk %p and runtime %p: the container has runtime %p',
  (chunk, own, expected) => {
    const { compiler, applied, call } = fakeCompiler({ optimization: { runtimeChunk: chunk } });
    const runtime = own === undefined ? {} : { runtime: own };
    new ModuleFederationPlugin({ ...container, ...runtime }).apply(compiler);
    call('afterPlugins');
    expect(applied[0]?.options['runtime']).toBe(expected);
  },
);

test('the container is kept out of splitChunks as the bundler has completed it', () => {
  const optimization: { splitChunks?: { chunks: unknown } } = {};
  const { compiler, call } = fakeCompiler({ optimization });
  new ModuleFederationPlugin(container).apply(compiler);
  optimization.splitChunks = { chunks: 'all' };
  call('afterEnvironment');
  const select = optimization.splitChunks.chunks as (chunk: { name: string }) => boolean;
  expect([select({ name: 'shop' }), select({ name: 'main' })]).toEqual([false, true]);
});

test('the library type is enabled before the defaults are applied, once', () => {
  const output: { enabledLibraryTypes: string[] } = { enabledLibraryTypes: ['...', 'var'] };
  new ModuleFederationPlugin(container).apply(fakeCompiler({ output }).compiler);
  const esm = { ...container, library: { type: 'module' } };
  new ModuleFederationPlugin(esm).apply(fakeCompiler({ output }).compiler);
  expect(output.enabledLibraryTypes).toEqual(['...', 'var', 'module']);
});

test.each([
  [undefined, 'shop'],
  ['chosen', 'chosen'],
])('uniqueName %p becomes %p', (uniqueName, expected) => {
  const output = { uniqueName };
  new ModuleFederationPlugin(container).apply(fakeCompiler({ output }).compiler);
  expect(output.uniqueName).toBe(expected);
});

test('the mode in which Rspack refuses our runtime is refused', () => {
  const { compiler } = fakeCompiler({ experiments: { runtimeMode: 'rspack' } });
  const plugin = new ModuleFederationPlugin(container);
  expect(problems(() => plugin.apply(compiler))).toEqual([
    ['NOT_SUPPORTED', 'experiments.runtimeMode'],
  ]);
});

test('libraries that an older Rspack does not write are refused', () => {
  const { compiler } = fakeCompiler();
  Object.assign(compiler.rspack, { rspackVersion: '2.0.4' });
  const plugin = new ModuleFederationPlugin({ ...container, library: { type: 'jsonp' } });
  expect(problems(() => plugin.apply(compiler))).toEqual([['NOT_SUPPORTED', 'library.type']]);
});

test('two containers need two runtimes', () => {
  const { compiler } = fakeCompiler();
  const apply = (options: object) =>
    problems(() => new ModuleFederationPlugin({ ...container, ...options }).apply(compiler));
  expect(apply({})).toEqual([]);
  expect(apply({ filename: 'again.js' })).toEqual([['DUPLICATE', 'name']]);
  expect(apply({ name: 'cart', runtime: 'shop' })).toEqual([['DUPLICATE', 'runtime']]);
  expect(apply({ name: 'cart', manifest: false })).toEqual([['DUPLICATE', 'filename']]);
  expect(apply({ name: 'menu', filename: 'menu.js', manifest: false })).toEqual([]);
});

test('another set of options has another persistent cache, another address has not', () => {
  const version = (options: object, own?: string) => {
    const cache = { type: 'persistent', version: own };
    new ModuleFederationPlugin({ name: 'host', ...options }).apply(
      fakeCompiler({ cache }).compiler,
    );
    return cache.version;
  };
  const remotes = (host: string) => ({ remotes: { shop: `shop@https://${host}/remoteEntry.js` } });
  const any = version({ shared: { react: {} } });
  expect(version({ shared: { react: {} } })).toBe(any);
  expect(version({ shared: { react: { singleton: true } } })).not.toBe(any);
  expect(version(remotes('a.example'))).toBe(version(remotes('b.example')));
  expect(version(remotes('a.example'), 'mine')).toMatch(/^mine\+/);
});

test('options without effect are reported', () => {
  const { compiler, warnings } = fakeCompiler();
  new ModuleFederationPlugin({ ...container, implementation: 'elsewhere' }).apply(compiler);
  expect(warnings).toEqual([expect.stringMatching(/^implementation:/)]);
});
