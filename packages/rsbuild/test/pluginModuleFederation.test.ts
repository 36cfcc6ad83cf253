import type { RsbuildPluginAPI } from '@rsbuild/core';
import { pluginModuleFederation } from '../src/pluginModuleFederation.ts';
import { checkEnvironment, type PluginScope } from '../src/pluginScope.ts';

const container = { name: 'shop', exposes: { './Button': './src/Button' } };
const consumer = { name: 'host', remotes: { shop: 'shop@https://shop.example/remoteEntry.js' } };

type Options = Parameters<typeof pluginModuleFederation>[0];
type Written = Record<string, unknown>;
type Hook = (config: never, utils: never) => void;

/** Runs the hooks of the plugin as Rsbuild would, on what its defaults leave behind. */
function configure(
  options: Options,
  setting: Partial<{
    action: string;
    written: Written;
    scope: PluginScope;
    target: string;
    module: boolean;
  }> = {},
) {
  const { action = 'dev', written = {}, scope, target = 'web', module = false } = setting;
  const hooks: Record<string, Hook> = {};
  const hook = (name: string) => (fn: Hook) => void (hooks[name] = fn);
  const api = {
    context: { action },
    getRsbuildConfig: () => written,
    onBeforeCreateCompiler: hook('created'),
    modifyRsbuildConfig: hook('rsbuild'),
    modifyEnvironmentConfig: hook('environment'),
    modifyRspackConfig: hook('rspack'),
  };
  void pluginModuleFederation(options, scope).setup(api as unknown as RsbuildPluginAPI);

  const rsbuild: { server?: { cors?: unknown } } = { server: { cors: 'default' } };
  const environment = {
    dev: { client: { port: '' }, assetPrefix: '/' as unknown },
    output: { target, assetPrefix: '/' },
  };
  const rspack = {
    entry: undefined as unknown,
    externals: ['react'] as unknown,
    output: { module },
  };
  const plugins: { name: string; plan: { container?: { library: unknown } } }[] = [];
  const utils = {
    environment: { name: 'app' },
    target,
    appendPlugins: (plugin: (typeof plugins)[number]) => void plugins.push(plugin),
  };
  hooks['rsbuild']?.(rsbuild as never, {} as never);
  hooks['environment']?.(environment as never, { name: 'app' } as never);
  hooks['rspack']?.(rspack as never, utils as never);
  return { cors: rsbuild.server?.cors, ...environment, rspack, plugins };
}

test('a container in development is open to hosts and loads its chunks from its own server', () => {
  const { cors, dev, output, plugins } = configure(container);
  expect(cors).toBe(true);
  expect(dev).toEqual({ client: { port: '<port>' }, assetPrefix: true });
  expect(output.assetPrefix).toBe('auto');
  expect(plugins.map(({ name }) => name)).toEqual(['ModuleFederationPlugin']);
});

test('a container needs no entry, whatever other environments have', () => {
  expect(configure(container).rspack.entry).toEqual({});
  expect(configure(consumer).rspack.entry).toBeUndefined();
});

test.each(['build', 'preview'])('%s does not touch CORS', (action) => {
  expect(configure(container, { action }).cors).toBe('default');
});

test('a consumer keeps the configuration as it is', () => {
  const { cors, dev, output, plugins } = configure(consumer);
  expect([cors, dev.assetPrefix, dev.client.port, output.assetPrefix]).toEqual([
    'default',
    '/',
    '',
    '/',
  ]);
  expect(plugins).toHaveLength(1);
});

test('what the user wrote is kept, for all environments or for one', () => {
  const written = {
    server: { cors: false },
    dev: { assetPrefix: '/dev/' },
    environments: { app: { output: { assetPrefix: '/cdn/' } } },
  };
  const { cors, dev, output } = configure(container, { written });
  expect([cors, dev.assetPrefix, output.assetPrefix]).toEqual(['default', '/', '/']);
});

test('what is shared is no external', () => {
  const { rspack } = configure({ ...consumer, shared: { react: {} } });
  expect(rspack.externals).toEqual([]);
});

test.each([
  ['web', undefined, 1],
  ['node', undefined, 0],
  ['web-worker', undefined, 0],
  ['node', { environment: 'app' }, 1],
  ['web', { environment: 'another' }, 0],
])('target %s, scope %j: %i plugins', (target, scope, count) => {
  const { plugins, output } = configure(container, { target, ...(scope && { scope }) });
  expect(plugins).toHaveLength(count);
  expect(output.assetPrefix).toBe(count > 0 ? 'auto' : '/');
});

test('what Node loads is found beside the file that was loaded, in development too', () => {
  const inNode = { target: 'node', scope: { environment: 'app' } };
  expect(configure(container, inNode).dev.assetPrefix).toBe('auto');
  const written = { dev: { assetPrefix: '/dev/' }, output: { assetPrefix: '/cdn/' } };
  const { dev, output } = configure(container, { ...inNode, written });
  expect([dev.assetPrefix, output.assetPrefix]).toEqual(['/', '/']);
});

test('plugins that are applied before ours find the name of the app', () => {
  expect(configure(container).rspack.output).toMatchObject({ uniqueName: container.name });
});

test('in Node a container is a module, unless the user chose otherwise', () => {
  const inNode = { target: 'node', scope: { environment: 'app' } };
  const library = (options: Options) =>
    configure(options, inNode).plugins[0]?.plan.container?.library;
  expect(library(container)).toMatchObject({ type: 'commonjs-module' });
  expect(library({ ...container, library: { type: 'commonjs2' } })).toMatchObject({
    type: 'commonjs2',
  });
});

test.each(['web', 'node'])('the container of an ES module build is one, for %s', (target) => {
  const setting = { target, module: true, scope: { environment: 'app' } };
  const [plugin] = configure(container, setting).plugins;
  expect(plugin?.plan.container?.library).toMatchObject({ type: 'module' });
});

test.each([
  [{ target: 'node' }, 'target'],
  [{ environment: 1 }, 'environment'],
  [null, 'environment'],
  ['node', 'environment'],
])('the second argument %j is refused', (scope, path) => {
  const make = () => pluginModuleFederation(container, scope as unknown as PluginScope);
  expect(make).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ path })] }));
});

test('an environment that is not there is refused', () => {
  expect(() => checkEnvironment('nope', ['web', 'node'])).toThrow('`nope`, only web, node');
  expect(() => checkEnvironment('web', ['web'])).not.toThrow();
});

test('wrong options are reported when the configuration is read', () => {
  expect(() => pluginModuleFederation({ ...container, shaerd: {} } as Options)).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTIONS' }),
  );
});
