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

  test.each([[[]], [[{ name: 'some-plugin' }]]])(
    'is put in place anew gets what the manifest says now (%j)',
    async (plugins) => {
      const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
      const { instance, underWay } = await start(plugins);
      const { entry } = instance.remotes.get('shop')!;
      instance.registerRemotes([{ name: 'shop', entry: entry! }], { force: true });
      const second = instance.loadRemote('shop/y');
      for (let turn = 0; waiting.length < 2 && turn < 1000; turn++) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      expect(waiting).toHaveLength(2);
      waiting.shift()!.end(manifest('old_shop'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      waiting.shift()!.end(manifest('new_shop'));
      expect([await underWay, await second]).toEqual(['new', 'new']);
      expect(await instance.loadRemote('shop/z')).toBe('new');
      warn.mockRestore();
    },
  );

  test('fails, and is replaced meanwhile, gets the new one', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const { instance, underWay } = await start([]);
    instance.registerRemotes([{ name: 'shop', entry: at('new.json') }], { force: true });
    waiting.pop()!.writeHead(503).end();
    expect(await underWay).toBe('new');
    warn.mockRestore();
  });

  test('is unloaded is refused', async () => {
    const { instance, underWay, arrive } = await start([]);
    instance.unload('shop');
    arrive();
    expect(await underWay).toBe('RUNTIME-004');
    expect(instance.moduleCache.size).toBe(0);
  });
});

test('a container that cannot be initialised is asked for again', async () => {
  const asked: string[] = [];
  page['importScripts'] = (url: string) => {
    asked.push(url);
    const works = asked.length > 1;
    page['broken'] = {
      get: async () => () => 'works',
      init: () => (works ? undefined : Promise.reject(new Error('its file is gone'))),
    };
  };
  const instance = createInstance({
    name: 'host',
    remotes: [{ name: 'broken', entry: entry('broken') }],
  });
  await expect(instance.loadRemote('broken/x')).rejects.toMatchObject({ code: 'RUNTIME-015' });
  expect(await instance.loadRemote('broken/x')).toBe('works');
  expect(asked).toEqual([entry('broken'), expect.stringContaining('?retry=')]);
  delete page['importScripts'];
});

test('a second source serves all who wait for the first', async () => {
  place('spare', async (expose) => () => expose);
  page['importScripts'] = () => {
    throw new Error('NetworkError');
  };
  const fallbacks = [{ name: 'spare', entry: entry('spare'), type: 'script' as const }];
  const remote = { name: 'main', entry: entry('main'), fallbacks };
  const instance = createInstance({ name: 'host', remotes: [remote] });
  const both = ['main/x', 'main/y'].map((id) => instance.loadRemote(id));
  expect(await Promise.all(both)).toEqual(['./x', './y']);
  delete page['importScripts'];
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
