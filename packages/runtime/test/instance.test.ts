import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInstance } from '../src/index.ts';
import type { RuntimePlugin } from '../src/hooks/RuntimePlugin.ts';
import type { RemoteInfo } from '../src/options.ts';
import type { Container } from '../src/protocol/container.ts';
import { federationGlobal } from '../src/protocol/globals.ts';

const page = globalThis as unknown as Record<string, unknown>;
const entry = (name: string): string => `http://localhost/${name}/remoteEntry.js`;

/** A container that a script left on the page. */
function place(name: string, modules: Record<string, unknown>): jest.Mocked<Container> {
  const get = async (expose: string) => () => modules[expose];
  const container = { get: jest.fn(get), init: jest.fn() } as jest.Mocked<Container>;
  page[name] = container;
  return container;
}

beforeAll(() => (page['location'] = { href: 'http://localhost/' }));

test('a remote is asked once for a module, by name and by alias', async () => {
  const container = place('shop', { './Button': 'button', '.': 'index' });
  const instance = createInstance({
    name: 'once',
    remotes: [{ name: 'shop', alias: 'store', entry: entry('shop') }],
  });
  expect(await instance.loadRemote('shop/Button')).toBe('button');
  expect(await instance.loadRemote('shop/Button')).toBe('button');
  expect(container.get).toHaveBeenCalledTimes(1);
  expect(await instance.loadRemote('store/Button')).toBe('button');
  expect(await instance.loadRemote('shop')).toBe('index');
  expect(container.init).toHaveBeenCalledTimes(1);
});

test('a remote that is registered later answers from then on', async () => {
  place('base', { './cart/Item': 'of base' });
  place('cart', { './Item': 'of cart' });
  const instance = createInstance({
    name: 'later',
    remotes: [{ name: 'base', entry: entry('base') }],
  });
  expect(await instance.loadRemote('base/cart/Item')).toBe('of base');
  instance.registerRemotes([{ name: 'cart', alias: 'base/cart', entry: entry('cart') }]);
  expect(await instance.loadRemote('base/cart/Item')).toBe('of cart');
});

test('a name goes before the alias of another, whichever comes first, and force replaces neither', async () => {
  place('first', { './x': 'of first' });
  place('second', { './x': 'of second' });
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  const first = { name: 'first', alias: 'second', entry: entry('first') };
  const second = { name: 'second', entry: entry('second') };
  for (const remotes of [
    [first, second],
    [second, first],
  ]) {
    const instance = createInstance({ name: 'named' });
    for (const remote of remotes) instance.registerRemotes([remote], { force: true });
    expect(instance.options.remotes).toEqual(remotes);
    expect(await instance.loadRemote('first/x')).toBe('of first');
    expect(await instance.loadRemote('second/x')).toBe('of second');
  }
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('options may be null, and plugins fall away by a condition', async () => {
  const instance = createInstance({
    name: 'none',
    ...({ remotes: null, shared: null, plugins: [null, false] } as object),
  });
  instance.registerPlugins(null as never);
  expect(instance.options).toMatchObject({ remotes: [], shared: {}, plugins: [] });
});

test('loadFactory: false answers with the factory', async () => {
  place('lazy', { './x': 'x' });
  const remotes = [{ name: 'lazy', entry: entry('lazy') }];
  const factory = await createInstance({ name: 'factory', remotes }).loadRemote<() => unknown>(
    'lazy/x',
    { loadFactory: false },
  );
  expect(factory!()).toBe('x');
});

test('fallbacks are tried in order, manifests among them, and the first of all first again', async () => {
  const asked: unknown[] = [];
  const metaData = { globalName: 'fallen', remoteEntry: { name: 'fallen.js' } };
  const manifest = { metaData, exposes: [], shared: [] };
  const server = createServer(({ url }, response) => {
    asked.push(url!.split('?')[0]);
    if (url === '/up.json') return response.end(JSON.stringify(manifest));
    return response.writeHead(500).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = (path: string): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
  place('fallen', { './Button': 'of the fallback' });
  const source = (path: string) => ({ name: 'lost', entry: at(path), type: 'script' as const });
  const remote = { name: 'lost', entry: at('down.json') } as RemoteInfo;
  const load = async (...paths: string[]): Promise<unknown> => {
    const remotes = [Object.assign({}, remote, { fallbacks: paths.map(source) })];
    return createInstance({ name: 'fallbacks', remotes }).loadRemote('lost/Button');
  };
  try {
    expect(await load('alsoDown.json', 'up.json')).toBe('of the fallback');
    expect(asked.splice(0)).toEqual(['/down.json', '/alsoDown.json', '/up.json']);
    await expect(load('alsoDown.json')).rejects.toMatchObject({ code: 'RUNTIME-003', status: 500 });
    expect(asked).toEqual(['/down.json', '/alsoDown.json']);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('bridges find the id of a module in it, where it can be written to', async () => {
  const id = Symbol.for('mf_module_id');
  const modules = { './x': {}, './later': Promise.resolve({}), './closed': Object.freeze({}) };
  place('bridged', modules);
  const remotes = [{ name: 'bridged', entry: entry('bridged') }];
  const instance = createInstance({ name: 'ids', remotes });
  const idOf = async (expose: string): Promise<unknown> =>
    ((await instance.loadRemote(`bridged/${expose}`)) as Record<symbol, unknown>)[id];
  expect(await Promise.all(['x', 'later', 'closed'].map(idOf))).toEqual([
    'bridged/x',
    'bridged/later',
    undefined,
  ]);
  expect(Object.keys(modules['./x'])).toEqual([]);
});

test('resolveShare may answer with an entry of the scope itself, or with nothing', async () => {
  const shared = { lib: { version: '1.0.0', get: async () => () => 'own' } };
  for (const answer of ['entry', 'nothing']) {
    const plugin: RuntimePlugin = {
      name: answer,
      resolveShare(args) {
        const { shareScopeMap, scope, pkgName, version } = args;
        const given = answer === 'entry' ? shareScopeMap[scope]![pkgName]![version] : undefined;
        return Object.assign(args, { resolver: () => given });
      },
    };
    const instance = createInstance({ name: answer, shared, plugins: [plugin] });
    expect((await instance.loadShare('lib'))()).toBe('own');
  }
});

test("an instance without a name is in nobody's way", async () => {
  createInstance({ name: '' });
  place('beside', { './x': 'x' });
  const snapshot = { globalName: 'beside', remoteEntry: 'remoteEntry.js', publicPath: '/' };
  Object.assign(federationGlobal().moduleInfo, { 'beside:1.0.0': snapshot });
  const remotes = [{ name: 'beside', version: '1.0.0' }];
  expect(await createInstance({ name: 'shell', remotes }).loadRemote('beside/x')).toBe('x');
});
