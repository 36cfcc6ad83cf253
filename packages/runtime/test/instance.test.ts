import { createInstance } from '../src/index.ts';
import type { Container } from '../src/protocol/container.ts';

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

test('loadFactory: false answers with the factory', async () => {
  place('lazy', { './x': 'x' });
  const remotes = [{ name: 'lazy', entry: entry('lazy') }];
  const factory = await createInstance({ name: 'factory', remotes }).loadRemote<() => unknown>(
    'lazy/x',
    { loadFactory: false },
  );
  expect(factory!()).toBe('x');
});
