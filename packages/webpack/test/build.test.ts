import { parse } from 'acorn';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compilation } from 'webpack';
import { ContainerPlugin, ModuleFederationPlugin, SharePlugin } from '../src/index.ts';
import { build, identifiers, library, problems, project, removeProjects } from './project.ts';

jest.setTimeout(30_000);

afterAll(removeProjects);

const APP = { name: 'app', dependencies: { a: '^1.0.0', b: '*' } };

describe('consumed and provided modules', () => {
  it('take their versions from the packages around them', async () => {
    const folder = project({
      'package.json': APP,
      'index.js': `import 'a'; import 'b'; import './own.js';`,
      'own.js': '',
      ...library('a', '1.0.0'),
      ...library('b', '2.0.0'),
      'node_modules/b/package.json': { name: 'b', version: '2.0.0', dependencies: { a: '^3.0.0' } },
      'node_modules/b/index.js': `module.exports = require('a');`,
      ...library('a', '3.1.0', 'node_modules/b/node_modules'),
    });
    const shared = { a: { singleton: true }, './own.js': {} };
    const compilation = await build(folder, { plugins: [new SharePlugin({ shared })] });

    expect(problems([...compilation.errors, ...compilation.warnings])).toEqual([]);
    expect(identifiers(compilation, 'consume-shared-module')).toEqual([
      'consume shared module (default) ./own.js@* (strict) (fallback: |/own.js|)',
      'consume shared module (default) a@^1.0.0 (singleton) (fallback: |/node_modules/a/index.js|)',
      'consume shared module (default) a@^3.0.0 (singleton) (fallback: |/node_modules/b/node_modules/a/index.js|)',
    ]);
    expect(identifiers(compilation, 'provide-module')).toEqual([
      'provide shared module (default) ./own.js@0 = |./own.js|',
      'provide shared module (default) a@1.0.0 = |/node_modules/a/index.js|',
      'provide shared module (default) a@3.1.0 = |/node_modules/b/node_modules/a/index.js|',
    ]);
  });

  it('are of a package what its importers can share, and leave them the rest', async () => {
    const exported = {
      '.': './index.js',
      './same': './same.js',
      './dual': { import: './dual.mjs', require: './dual.cjs' },
      './common': { require: './common.cjs' },
      './text': './text.txt',
    };
    const folder = project({
      'package.json': APP,
      'index.js': `
        import './esm.js';
        import text from 'a/text' with { type: 'json' };
        import 'a/same'; import 'a/ignored';`,
      'esm.js': `
        try { require('a/gone'); } catch {}
        require('a/same'); require('a/dual'); require('a/common');`,
      ...library('a', '1.0.0'),
      'node_modules/a/package.json': { name: 'a', version: '1.0.0', exports: exported },
      'node_modules/a/same.js': '',
      'node_modules/a/dual.mjs': '',
      'node_modules/a/dual.cjs': '',
      'node_modules/a/common.cjs': '',
      'node_modules/a/text.txt': '{}',
    });
    const shared = { a: { singleton: true } };
    const compilation = await build(folder, {
      resolve: { alias: { 'a/ignored': false } },
      plugins: [new ModuleFederationPlugin({ name: 'app', shared })],
    });

    expect(problems(compilation.errors)).toEqual([]);
    expect(compilation.warnings.map(({ name }) => name)).toEqual(['ModuleNotFoundError']);
    expect(identifiers(compilation, 'consume-shared-module')).toEqual([
      'consume shared module (default) a/same@^1.0.0 (singleton) (fallback: |/node_modules/a/same.js|)',
    ]);
    expect(identifiers(compilation, 'provide-module')).toEqual([
      'provide shared module (default) a/same@1.0.0 = |/node_modules/a/same.js|',
    ]);
  });

  it('leave it to webpack to say why they cannot be printed', async () => {
    const files = { 'index.js': `import 'a';`, ...library('a', '1.0.0') };
    const folder = project({ 'package.json': APP, ...files });
    const options = { name: 'app', exposes: { './a': './index.js' }, shared: ['a'] };
    const compilation = await build(folder, {
      optimization: { moduleIds: false },
      plugins: [new ModuleFederationPlugin(options)],
    });

    const names = new Set(compilation.errors.map(({ name }) => name));
    expect(names).toEqual(new Set(['CodeGenerationError']));
  });

  it('are named where they cannot be found or have no version', async () => {
    const folder = project({
      'package.json': { name: 'app' },
      'index.js': `import 'a'; import 'gone'; import 'elsewhere';`,
      'node_modules/a/index.js': '',
      'node_modules/a/package.json': { name: 'a' },
    });
    const requiredVersion = '^1.0.0';
    const shared = {
      a: {},
      gone: { requiredVersion },
      elsewhere: { import: false, requiredVersion },
    };
    const compilation = await build(folder, {
      plugins: [new SharePlugin({ shared: shared as never })],
    });

    expect(problems(compilation.errors)).toEqual(['SHARED_MODULE_NOT_FOUND']);
    expect(problems(compilation.warnings).sort()).toEqual([
      'REQUIRED_VERSION_UNKNOWN',
      'VERSION_UNKNOWN',
    ]);
  });
});

describe('the container', () => {
  const files = {
    'package.json': APP,
    'index.js': `import 'a';`,
    'Button.js': `import { version } from 'a'; export default version;`,
    ...library('a', '1.0.0'),
  };
  const options = {
    name: 'shop',
    filename: 'remoteEntry.js',
    exposes: { './Button': './Button.js', './Again': './Button.js' },
  };

  it('is one file with its own runtime, whatever the rest is split into', async () => {
    const compilation = await build(project(files), {
      plugins: [new ModuleFederationPlugin({ ...options, shared: ['a'] })],
      optimization: {
        runtimeChunk: 'single',
        splitChunks: { cacheGroups: { all: { chunks: 'all', enforce: true } } },
      },
    });
    const { entrypoints, namedChunkGroups } = compilation;
    expect(entrypoints.get('shop')!.getFiles()).toEqual(['remoteEntry.js']);
    expect(entrypoints.get('main')!.getFiles()).toContain('runtime.js');
    const groups = ['__federation_expose_Button', '__federation_expose_Again'].map((name) =>
      namedChunkGroups.get(name),
    );
    expect(new Set(groups.filter(Boolean)).size).toBe(2);
  });

  it('shares no runtime with another one', async () => {
    const plugins = [new ContainerPlugin(options), new ContainerPlugin(options)];
    await expect(async () => build(project(files), { plugins })).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      problems: [{ code: 'DUPLICATE', path: 'name' }],
    });
  });
});

describe('a remote that an external yields', () => {
  const container = `{ init() {}, get: async () => () => ({ answer: 42 }) }`;
  it.each([
    `promise new Promise((resolve) => resolve(${container}))`,
    `promise Promise.resolve(${container})`,
  ])('%s', async (remote) => {
    const folder = project({
      'package.json': APP,
      'index.js': `exports.answer = import('other/x').then(({ answer }) => answer);`,
    });
    const plugins = [new ModuleFederationPlugin({ name: 'app', remotes: { other: remote } })];
    const compilation = await build(folder, { plugins });
    expect(problems([...compilation.errors, ...compilation.warnings])).toEqual([]);
    const main = join(folder, 'dist/main.js');
    const { answer } = jest.requireActual<{ answer: Promise<number> }>(main);
    expect(await answer).toBe(42);
  });
});

describe('the filesystem cache', () => {
  const plugins = (shared: object): ModuleFederationPlugin[] => [
    new ModuleFederationPlugin({
      name: 'shop',
      exposes: { './index': './index.js' },
      remotes: { other: 'other@http://localhost/remoteEntry.js' },
      shared: shared as never,
    }),
  ];
  const builtModules = (compilation: Compilation): number =>
    [...compilation.modules].filter((module) => compilation.builtModules.has(module)).length;

  it('keeps our modules, notices new options, and survives that we leave', async () => {
    const folder = project({
      'package.json': APP,
      'index.js': `import 'a';`,
      'other.js': `import 'other/x';`,
      ...library('a', '1.0.0'),
    });
    const messages: unknown[] = [];
    const log = (...args: unknown[]): unknown => messages.push(args);
    const run = (used: ModuleFederationPlugin[], entry = ['./index.js', './other.js']) =>
      build(folder, {
        plugins: used,
        entry,
        cache: { type: 'filesystem', cacheDirectory: join(folder, '.cache') },
        infrastructureLogging: { level: 'warn', console: { ...console, warn: log, error: log } },
      });

    const cold = await run(plugins({ a: {} }));
    expect(builtModules(cold)).toBeGreaterThan(0);
    const warm = await run(plugins({ a: {} }));
    expect(builtModules(warm)).toBe(0);
    expect(warm.hash).toBe(cold.hash);

    const eager = await run(plugins({ a: { eager: true } }));
    expect(identifiers(eager, 'consume-shared-module')[0]).toContain('(eager)');
    expect([...eager.modules].find(({ type }) => type === 'provide-module')!.blocks).toEqual([]);

    const without = await run([], ['./index.js']);
    expect(problems(without.errors)).toEqual([]);
    // It has classes that nobody registers now: webpack must not even open it.
    expect(builtModules(without)).toBeGreaterThan(0);
    expect(messages).toEqual([]);
  });
});

describe('entries that wait', () => {
  const esModule = {
    target: 'web',
    experiments: { outputModule: true },
    output: { module: true, library: { type: 'module' } },
    plugins: [new ModuleFederationPlugin({ name: 'app', shared: ['a'] })],
  };
  const files = {
    'package.json': APP,
    'index.js': `import 'a';`,
    'other.js': '',
    ...library('a', '1.0.0'),
  };

  it('cannot share a runtime with others when they are ES modules with exports', async () => {
    const compilation = await build(project(files), {
      ...esModule,
      entry: { index: './index.js', other: './other.js' },
      optimization: { runtimeChunk: 'single' },
    });
    expect(problems(compilation.errors)).toEqual(['INVALID_OPTIONS']);
  });

  it('can be ES modules with a runtime of their own', async () => {
    const compilation = await build(project(files), {
      ...esModule,
      entry: { index: './index.js', other: './other.js' },
      optimization: { runtimeChunk: 'multiple' },
    });
    expect(problems(compilation.errors)).toEqual([]);
  });
});

describe('an ES5 target', () => {
  it.each(['development', 'production'] as const)('gets ES5 alone in %s', async (mode) => {
    const folder = project({
      'package.json': APP,
      'index.js': `require('a'); import('shop/Button');`,
      'button.js': `module.exports = require('a').version;`,
      ...library('a', '1.0.0'),
    });
    const federation = {
      ...{ name: 'app', exposes: { './button': './button.js' }, shared: ['a'] },
      remotes: { shop: 'shop@http://localhost/mf-manifest.json' },
    };
    const compilation = await build(folder, {
      ...{ mode, target: ['web', 'es5'], output: { library: undefined } },
      optimization: { runtimeChunk: 'single' },
      plugins: [new ModuleFederationPlugin(federation)],
    } as never);
    expect(problems(compilation.errors)).toEqual([]);
    const files = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.js'));
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      expect(() =>
        parse(readFileSync(join(folder, 'dist', name), 'utf8'), { ecmaVersion: 5 }),
      ).not.toThrow();
    }
  });
});
