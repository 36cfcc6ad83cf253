import { keepFederatedApart } from '../../src/compiler/keepFederatedApart.ts';

const CODE = ['javascript/auto', 'javascript/esm', 'css/mini-extract', 'asset/resource'];
const FEDERATED = ['remote-module', 'consume-shared-module'];

function types(splitChunks: object, group: string): string[] {
  const { cacheGroups } = splitChunks as { cacheGroups: Record<string, { type?: unknown }> };
  const { type } = cacheGroups[group]!;
  return [...CODE, ...FEDERATED].filter((one) => !(type instanceof RegExp) || type.test(one));
}

test('groups take modules with code only', () => {
  const splitChunks = { cacheGroups: { all: { name: 'all' }, unnamed: {}, off: false, by: /a/ } };
  keepFederatedApart(splitChunks);
  expect(types(splitChunks, 'all')).toEqual(CODE);
  expect(types(splitChunks, 'unnamed')).toEqual(CODE);
  expect(splitChunks.cacheGroups).toMatchObject({ off: false, by: /a/ });
});

test('what users say about types stays', () => {
  const splitChunks = { cacheGroups: { all: { name: 'all', type: 'json' } } };
  keepFederatedApart(splitChunks);
  expect(splitChunks.cacheGroups.all.type).toBe('json');
  keepFederatedApart(false);
});
