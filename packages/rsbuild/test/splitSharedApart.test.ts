import { splitSharedApart } from '../src/splitSharedApart.ts';

const groups = () => ({
  react: { name: 'lib-react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
  router: { name: 'lib-router', test: /node_modules[\\/](?:react-router)[\\/]/ },
  mine: { name: 'vendor', test: /node_modules/ },
  off: false as const,
});

test.each([
  ['a shared package', [{ request: 'react-dom' }], ['router', 'mine', 'off']],
  ['a shared prefix', [{ request: 'react-router/' }], ['react', 'mine', 'off']],
  ['nothing shared', [], ['react', 'router', 'mine', 'off']],
])('%s', (_, shared, left) => {
  const cacheGroups = groups();
  splitSharedApart({ cacheGroups }, shared);
  expect(Object.keys(cacheGroups)).toEqual(left);
});
