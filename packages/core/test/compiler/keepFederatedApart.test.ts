import { keepFederatedApart } from '../../src/compiler/keepFederatedApart.ts';

const CODE = ['javascript/auto', 'javascript/esm', 'css/mini-extract', 'asset/resource'];
const FEDERATED = ['remote-module', 'consume-shared-module'];

function types(splitChunks: object, group: string): string[] {
  const { cacheGroups } = splitChunks as { cacheGroups: Record<string, { type?: unknown }> };
  const { type } = cacheGroups[group]!;
  return [...CODE, ...FEDERATED].filter((one) => !(type instanceof RegExp) || type.test(one));
}

test('named groups take modules with code only', () => {
  const splitChunks = {
    cacheGroups: { all: { name: 'all' }, called: { name: () => 'x' }, unnamed: {}, off: false },
  };
  keepFederatedApart(splitChunks);
  expect(types(splitChunks, 'all')).toEqual(CODE);
  expect(types(splitChunks, 'called')).toEqual(CODE);
  expect(types(splitChunks, 'unnamed')).toEqual([...CODE, ...FEDERATED]);
});

test('a name for all groups is one for each', () => {
  const splitChunks = { name: 'all', cacheGroups: { all: {}, own: { name: false } } };
  keepFederatedApart(splitChunks);
  expect(types(splitChunks, 'all')).toEqual(CODE);
  expect(types(splitChunks, 'own')).toEqual([...CODE, ...FEDERATED]);
});

test('what users say about types stays', () => {
  const splitChunks = { cacheGroups: { all: { name: 'all', type: 'json' } } };
  keepFederatedApart(splitChunks);
  expect(splitChunks.cacheGroups.all.type).toBe('json');
  keepFederatedApart(false);
});
