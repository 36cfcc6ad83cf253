import { packageNameOf } from '../../src/sharing/packageName.ts';

describe('packageNameOf', () => {
  it.each([
    ['react', 'react'],
    ['react/jsx-runtime', 'react'],
    ['@scope/name/deep/file.js', '@scope/name'],
    ['@scope', undefined],
    ['./file', undefined],
  ])('%s belongs to %s', (request, name) => {
    expect(packageNameOf(request)).toBe(name);
  });
});
