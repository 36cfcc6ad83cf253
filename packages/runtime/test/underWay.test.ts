import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInstance } from '../src/index.ts';
import type { Container } from '../src/protocol/container.ts';
import { loadingContainers } from '../src/protocol/globals.ts';

const page = globalThis as unknown as Record<string, unknown>;
const entry = (name: string): string => `http://localhost/${name}/remoteEntry.js`;

function place(name: string, get: Container['get']): void {
  page[name] = { get, init: () => {} };
}

beforeAll(() => (page['location'] = { href: 'http://localhost/' }));

test('a module that arrives after its remote was let go is not kept', async () => {
  let arrive!: (factory: () => string) => void;
  place('late', () => new Promise((resolve) => (arrive = resolve)));
  const instance = createInstance({
    name: 'host',
    remotes: [{ name: 'late', entry: entry('late') }],
  });
  const underWay = instance.loadRemote('late/x');
  while (!arrive) await new Promise((resolve) => setTimeout(resolve));
  instance.unload('late');
  arrive(() => 'late');
  expect(await underWay).toBe('late');
  await expect(instance.loadRemote('late/x')).rejects.toMatchObject({ code: 'RUNTIME-004' });
});

describe('a request whose manifest is under way when its remote', () => {
  const waiting: ServerResponse[] = [];
  const manifest = (globalName: string): string =>
    JSON.stringify({
      metaData: { globalName, remoteEntry: { name: 'remoteEntry.js' } },
      exposes: [],
      shared: [],
    });
  const server = createServer(({ url }, response) => {
    if (url!.startsWith('/old.json')) waiting.push(response);
    else response.end(manifest('new_shop'));
  });
  const at = (path: string): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const start = async (plugins: { name: string }[]) => {
    place('old_shop', async () => () => 'old');
    place('new_shop', async () => () => 'new');
    const remotes = [{ name: 'shop', entry: at(`old.json?${Math.random()}`) }];
    const instance = createInstance({ name: 'host', remotes, plugins });
    const underWay = instance.loadRemote('shop/x').catch(({ code }) => code as string);
    while (!waiting.length) await new Promise((resolve) => setTimeout(resolve));
    return { instance, underWay, arrive: () => waiting.pop()!.end(manifest('old_shop')) };
  };

  test.each([[[]], [[{ name: 'some-plugin' }]]])(
    'is replaced gets the new one (%j)',
    async (plugins) => {
      const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
      const { instance, underWay, arrive } = await start(plugins);
      instance.registerRemotes([{ name: 'shop', entry: at('new.json') }], { force: true });
      arrive();
      expect(await underWay).toBe('new');
      expect(await instance.loadRemote('shop/x')).toBe('new');
      expect(await instance.loadRemote('shop/y')).toBe('new');
      warn.mockRestore();
    },
  );

  test('is unloaded is refused', async () => {
    const { instance, underWay, arrive } = await start([]);
    instance.unload('shop');
    arrive();
    expect(await underWay).toBe('RUNTIME-004');
    expect(instance.moduleCache.size).toBe(0);
  });
});

test('what failed for another runtime, which remembers it, is tried again', async () => {
  place('foreign', async () => () => 'there');
  const failed = Promise.reject(new Error('of an older runtime'));
  loadingContainers()['foreign:' + entry('foreign')] = failed as Promise<Container>;
  const instance = createInstance({
    name: 'host',
    remotes: [{ name: 'foreign', entry: entry('foreign') }],
  });
  await expect(instance.loadRemote('foreign/x')).rejects.toThrow('of an older runtime');
  expect(await instance.loadRemote('foreign/x')).toBe('there');
});
