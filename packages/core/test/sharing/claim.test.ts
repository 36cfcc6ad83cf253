import { claimOf } from '../../src/sharing/claim.ts';

test.each([
  ['^1.2.3', '^1.2.3'],
  [' >=1 <3 || 4.x ', '>=1 <3 || 4.x'],
  ['v1.0.0', 'v1.0.0'],
  ['1.0.0 - 2', '1.0.0 - 2'],
  ['', '*'],
  ['X', '*'],
  ['workspace:*', '*'],
  ['workspace:pkg@^2', '^2'],
  ['npm:other@^1.0', '^1.0'],
  ['git+ssh://git@host/a.git#semver:^3', '^3'],
  ['git://host/a.git#v1.2.3', '1.2.3'],
])('%s: the range %s', (text, range) => {
  expect(claimOf(text)).toEqual({ range });
});

test.each([
  ...['workspace:^', 'catalog:', 'file:../a', 'latest', 'v17-lts', 'vercel/ncc3', 'vuejs/core#3'],
  ...['2fa/lib', 'npm:@v8/tools', '>=1.0.0, <2', '^'],
])('%s: what is installed', (text) => {
  expect(claimOf(text)).toEqual({ installed: '^' });
});

test('workspace:~ is what is installed, and its patches', () => {
  expect(claimOf('workspace:~')).toEqual({ installed: '~' });
});
