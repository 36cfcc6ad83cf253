import { RuntimeContributions } from '../../../src/compiler/runtime/runtimeContributions.ts';

test('each container goes by its own name and strategy, the entries by those that were given first', () => {
  const contributions = new RuntimeContributions();
  contributions.add({ name: 'a', shareStrategy: 'loaded-first' });
  contributions.add({ name: 'a', container: 'a' });
  contributions.add({ name: 'b', shareStrategy: 'version-first', container: 'runtime-of-b' });
  const of = (chunk: string | undefined): unknown => contributions.config(chunk, 'unique', false);
  expect(of('a')).toMatchObject({ name: 'a', shareStrategy: 'loaded-first' });
  expect(of('runtime-of-b')).toMatchObject({ name: 'b', shareStrategy: 'version-first' });
  expect(of('main')).toMatchObject({ name: 'a', shareStrategy: 'loaded-first' });
  expect(of(undefined)).toMatchObject({ name: 'a' });
});

test('entries go by what was given without a container, if anything was', () => {
  const contributions = new RuntimeContributions();
  contributions.add({ name: 'shop', shareStrategy: 'version-first', container: 'shop' });
  const ofMain = (): unknown => contributions.config('main', 'unique', false);
  expect(ofMain()).toMatchObject({ name: 'shop', shareStrategy: 'version-first' });
  contributions.add({ name: 'host', shareStrategy: 'loaded-first' });
  expect(ofMain()).toMatchObject({ name: 'host', shareStrategy: 'loaded-first' });
});

test('without a name it is that of the output', () => {
  const contributions = new RuntimeContributions();
  contributions.add({ container: 'a' });
  expect(contributions.config('a', 'unique', false)).toMatchObject({
    name: 'unique',
    shareStrategy: 'loaded-first',
  });
});
