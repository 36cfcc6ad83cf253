import { withoutShared } from '../src/withoutShared.ts';

const shared = [{ request: 'react' }, { request: 'lodash/' }];
const pattern = /^react$/;
const decide = () => undefined;

test.each([
  ['react', []],
  ['vue', ['vue']],
  [['lodash/get', 'lodash'], ['lodash']],
  [{ react: 'React', vue: 'Vue' }, [{ vue: 'Vue' }]],
  [
    ['react', 'react-dom', { react: 'React' }, pattern, decide],
    ['react-dom', {}, pattern, decide],
  ],
])('externals %j', (externals, expected) => {
  expect(withoutShared(externals, shared)).toEqual(expected);
});
