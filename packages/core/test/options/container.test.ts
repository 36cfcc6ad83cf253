import { normalizeContainer, normalizeOptions } from '../../src/options/normalize.ts';
import { problems } from './problems.ts';

const exposes = { './A': './a' };

describe('container', () => {
  test('has defaults', () => {
    expect(normalizeOptions({ name: 'shop', exposes }).container).toEqual({
      name: 'shop',
      filename: 'remoteEntry.js',
      library: { type: 'var', name: 'shop' },
      runtime: undefined,
      shareScope: ['default'],
      exposes: [{ key: './A', import: ['./a'], chunkName: '__federation_expose_A' }],
    });
  });

  test('takes what is set', () => {
    const options = {
      name: 'shop',
      exposes,
      filename: 'shop.js',
      runtime: false,
      shareScope: ['a', 'b'],
    };
    expect(normalizeOptions(options).container).toMatchObject({
      filename: 'shop.js',
      runtime: false,
      shareScope: ['a', 'b'],
    });
  });

  test('used alone leaves the file to the bundler, as webpack does', () => {
    expect(normalizeContainer({ name: 'shop', exposes }).filename).toBeUndefined();
  });

  test.each([
    [{ name: 'a-b' }, { type: 'global', name: 'a-b' }],
    [{ name: '@scope/app' }, { type: 'global', name: '@scope/app' }],
    [{ name: 'public' }, { type: 'global', name: 'public' }],
    [{ name: 'größe' }, { type: 'var', name: 'größe' }],
    [
      { name: 'a', library: { type: 'window' } },
      { type: 'window', name: 'a' },
    ],
    [{ name: 'a', library: { type: 'module' } }, { type: 'module' }],
    [{ name: 'a', library: { type: 'commonjs-module' } }, { type: 'commonjs-module' }],
    [
      { name: 'a', library: { type: 'var', name: ['b', 'c'] } },
      { type: 'var', name: ['b', 'c'] },
    ],
    [
      {
        name: 'a',
        library: { type: 'umd', name: { root: 'b' }, umdNamedDefine: true, export: 'x' },
      },
      { type: 'umd', name: { root: 'b' }, umdNamedDefine: true, export: 'x' },
    ],
  ])('%j has library %j', (options, library) => {
    expect(normalizeContainer({ ...options, exposes }).library).toEqual(library);
  });

  test.each([
    [{}, ['INVALID_VALUE name']],
    [{ name: '' }, ['INVALID_VALUE name']],
    [{ name: 5 }, ['INVALID_VALUE name']],
    [{ name: '__proto__' }, ['UNSAFE_NAME name']],
    [{ name: 'constructor' }, ['UNSAFE_NAME name']],
    [{ name: 'toString' }, ['UNSAFE_NAME name']],
    [{ name: 'location' }, ['UNSAFE_NAME name']],
    [{ name: 'location', library: { type: 'window' } }, ['UNSAFE_NAME name']],
    [{ name: 'a', library: { type: 'var', name: 'top' } }, ['UNSAFE_NAME library.name']],
    [{ name: 'a', library: { type: 'var', name: ['top', 'a'] } }, ['UNSAFE_NAME library.name']],
    [{ name: 'a', library: { type: 'var', name: 'a-b' } }, ['INVALID_VALUE library.name']],
    [{ name: 'a-b', library: { type: 'var' } }, ['INVALID_VALUE name']],
    [{ name: 'a', library: {} }, ['INVALID_VALUE library.type']],
    [{ name: 'a', library: 'var' }, ['INVALID_VALUE library']],
    [{ name: 'a', library: { type: 'umd', name: { root: 1 } } }, ['INVALID_VALUE library.name']],
    [{ name: 'a', library: { type: 'var', nam: 'b' } }, ['UNKNOWN_OPTION library.nam']],
    [{ name: 'a', filename: 5 }, ['INVALID_VALUE filename']],
    [{ name: 'a', runtime: true }, ['INVALID_VALUE runtime']],
    [{ name: 'a', shareScope: [] }, ['INVALID_VALUE shareScope']],
    [{ name: 'a', shareScope: ['__proto__'] }, ['UNSAFE_NAME shareScope']],
    [{ name: 'a', shareScope: 'valueOf' }, ['UNSAFE_NAME shareScope']],
    [{ name: 'a', remotes: {} }, ['UNKNOWN_OPTION remotes']],
  ])('refuses %j', (options, expected) => {
    expect(problems(normalizeContainer, { ...options, exposes })).toEqual(expected);
  });

  test.each([
    [{ name: 'location' }],
    [{ name: 'location', library: { type: 'module' }, exposes }],
    [{ name: 'shop', library: { type: 'commonjs-module', name: 'top' }, exposes }],
  ])('accepts the name in %j, which is no global variable', (options) => {
    expect(problems(normalizeOptions, options)).toEqual([]);
  });
});
