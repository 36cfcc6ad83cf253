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

test('what users say about types stays, for modules with code', () => {
  const by = (type: unknown): string[] => {
    const splitChunks = { cacheGroups: { all: { name: 'all', type } } };
    keepFederatedApart(splitChunks);
    const { type: kept } = splitChunks.cacheGroups.all;
    if (typeof kept === 'string') return [kept];
    const takes = kept instanceof RegExp ? (one: string) => kept.test(one) : (kept as typeof isAny);
    return [...CODE, ...FEDERATED].filter((one) => takes(one));
  };
  const isAny = (_: string): boolean => true;
  expect(by('json')).toEqual(['json']);
  expect(by(/./g)).toEqual(CODE);
  expect(by(/^javascript|module$/)).toEqual(['javascript/auto', 'javascript/esm']);
  expect(by(isAny)).toEqual(CODE);
  keepFederatedApart(false);
});

test('the groups of the user are left as they are, other builds may have them too', () => {
  const group = Object.freeze({ name: 'all', type: /css/ });
  const splitChunks = { cacheGroups: { all: group } };
  keepFederatedApart(splitChunks);
  keepFederatedApart(splitChunks);
  expect(splitChunks.cacheGroups.all).not.toBe(group);
  expect(types(splitChunks, 'all')).toEqual(['css/mini-extract']);
});

test('groups that are chosen by a function have none for the others', () => {
  const group = { name: 'all' };
  const splitChunks = { cacheGroups: { all: (_: { type: string }): unknown => group } };
  keepFederatedApart(splitChunks);
  const { all } = splitChunks.cacheGroups;
  expect([...CODE, ...FEDERATED].filter((type) => all({ type }) === group)).toEqual(CODE);
});
