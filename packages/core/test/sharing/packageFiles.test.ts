import { versionOwning } from '../../src/sharing/packageFiles.ts';
import { packages } from './packages.ts';

describe('versionOwning', () => {
  const read = packages({
    '/app': { name: 'app', version: '9.9.9' },
    '/app/node_modules/a': { name: 'a', version: '1.2.3' },
    '/app/node_modules/a/esm': { type: 'module' },
    '/app/node_modules/a/sub': { name: 'a/sub', main: 'index.js' },
    '/app/node_modules/none': { name: 'none' },
    '/app/private': { name: 'private' },
  });

  it.each([
    ['/app/node_modules/a/index.js', '1.2.3'],
    ['/app/node_modules/a/esm/index.js', '1.2.3'],
    ['/app/node_modules/a/sub/index.js', '1.2.3'],
    ['/app/node_modules/none/index.js', undefined],
    ['/app/node_modules/@scope/none/index.js', undefined],
    ['/app/private/index.js', undefined],
    ['/app/lib/index.js', '9.9.9'],
  ])('%s has version %s', async (file, version) => {
    expect(await versionOwning(read, file)).toBe(version);
  });
});
