import { createInstance, getInstance, init, loadRemote, loadShare } from '../src/index.ts';

const react = { version: '19.0.0', lib: () => 'react' };

test('functions before init throw a code', () => {
  expect(getInstance()).toBeNull();
  expect(() => loadRemote('shop/Button')).toThrow(expect.objectContaining({ code: 'RUNTIME-009' }));
});

test('createInstance makes another one each time, which the functions do not use', () => {
  const [one, two] = [createInstance({ name: 'app' }), createInstance({ name: 'app' })];
  expect(one).not.toBe(two);
  expect(getInstance()).toBeNull();
  expect(getInstance(({ name }) => name === 'app')).toBe(one);
  expect(getInstance(({ name }) => name === 'nobody')).toBeNull();
});

test('init finds an instance by name and version, and adds to it', async () => {
  const made = createInstance({ name: 'page', version: '1.0.0' });
  expect(init({ name: 'page', version: '2.0.0' })).not.toBe(made);
  expect(init({ name: 'page', version: '1.0.0', shared: { react } })).toBe(made);
  expect(getInstance()).toBe(made);
  const factory = await loadShare<string>('react');
  expect(factory && factory()).toBe('react');
});

test('a request that no remote answers rejects with a code', async () => {
  const instance = createInstance({ name: 'lonely' });
  await expect(instance.loadRemote('shop/Button')).rejects.toMatchObject({ code: 'RUNTIME-004' });
});

test('loadShare answers false, and loadShareSync throws a code, when nobody provides', async () => {
  const instance = createInstance({ name: 'poor' });
  expect(await instance.loadShare('react')).toBe(false);
  expect(() => instance.loadShareSync('react')).toThrow(
    expect.objectContaining({ code: 'RUNTIME-012' }),
  );
});
