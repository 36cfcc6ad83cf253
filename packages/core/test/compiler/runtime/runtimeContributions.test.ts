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

test('without a name it is that of the output', () => {
  const contributions = new RuntimeContributions();
  contributions.add({ container: 'a' });
  expect(contributions.config('a', 'unique', false)).toMatchObject({
    name: 'unique',
    shareStrategy: 'loaded-first',
  });
});
