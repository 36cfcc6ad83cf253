import { requiredVersion } from '../../src/sharing/requiredVersion.ts';
import { packages } from './packages.ts';

describe('requiredVersion', () => {
  it('asks the nearest package that depends on it', async () => {
    const read = packages({
      '/app': { dependencies: { a: '^1.0.0' } },
      '/app/node_modules/b': { dependencies: { c: '*' } },
      '/app/node_modules/d': { peerDependencies: { a: '^2.0.0' } },
    });
    expect(await requiredVersion(read, '/app/node_modules/b/lib', 'a')).toEqual({
      range: '^1.0.0',
    });
    expect(await requiredVersion(read, '/app/node_modules/d/lib', 'a')).toEqual({
      range: '^2.0.0',
    });
  });

  it('prefers optional to plain, plain to peer, peer to dev', async () => {
    const fields = [
      'optionalDependencies',
      'dependencies',
      'peerDependencies',
      'devDependencies',
    ].map((field, index) => [field, { a: `${index}.0.0` }] as const);
    for (let first = 0; first < fields.length; first++) {
      const read = packages({ '/app': Object.fromEntries(fields.slice(first).reverse()) });
      expect(await requiredVersion(read, '/app', 'a')).toEqual({ range: `${first}.0.0` });
    }
  });

  it('asks nothing of the package itself', async () => {
    const read = packages({
      '/app': { dependencies: { a: '^1.0.0' } },
      '/app/node_modules/a': { name: 'a' },
    });
    expect(await requiredVersion(read, '/app/node_modules/a/lib', 'a')).toEqual({
      range: undefined,
    });
  });

  it.each([
    ['~1.2', '~1.2'],
    ['>=1 <2 || ^3', '>=1 <2 || ^3'],
    ['*', '*'],
    ['1', '1'],
    ['workspace:^1.2.3', '^1.2.3'],
    ['workspace:*', '*'],
    ['workspace:alias@~2', '~2'],
    ['npm:@scope/other@^4.1', '^4.1'],
    ['git+ssh://git@host/a.git#semver:^5.0', '^5.0'],
    ['github:owner/a#v6.1.0', '6.1.0'],
  ])('reads %s as %s', async (written, range) => {
    const read = packages({ '/app': { dependencies: { a: written } } });
    expect(await requiredVersion(read, '/app', 'a')).toEqual({ range });
  });

  it.each([
    ['workspace:^', '^'],
    ['workspace:~', '~'],
    ['catalog:', '^'],
    ['catalog:react19', '^'],
    ['github:owner/a#0123abc', '^'],
    ['file:../a-1.0.0', '^'],
    ['latest', '^'],
  ])('%s accepts what is installed, and %s of it', async (written, installed) => {
    const read = packages({ '/app': { dependencies: { a: written } } });
    expect(await requiredVersion(read, '/app', 'a')).toEqual({ installed });
  });

  it('tells why it does not know', async () => {
    expect(await requiredVersion(packages({}), '/app', 'a')).toHaveProperty('problem');
    const unreadable = (): Promise<never> => Promise.reject(new Error('broken'));
    expect(await requiredVersion(unreadable, '/app', 'a')).toEqual({ problem: 'broken' });
  });
});
