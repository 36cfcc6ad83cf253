import {
  normalizeContainer,
  normalizeOptions,
  optionNotices,
} from '../../src/options/normalize.ts';
import { problems } from './problems.ts';

const exposes = (value: unknown) => normalizeContainer({ name: 'shop', exposes: value }).exposes;

describe('exposes', () => {
  test.each([
    ['a string', { './A': './a' }, ['./a']],
    ['a list of imports', { './A': ['./a', './b'] }, ['./a', './b']],
    ['an object', { './A': { import: './a' } }, ['./a']],
    ['an object with a list', { './A': { import: ['./a', './b'] } }, ['./a', './b']],
    ['a list of objects', [{ './A': './a' }], ['./a']],
  ])('reads %s', (_, value, imports) => {
    expect(exposes(value)).toEqual([
      { key: './A', import: imports, chunkName: '__federation_expose_A' },
    ]);
  });

  test('reads a list of strings as key and import', () => {
    expect(exposes(['./A', './b/C'])).toEqual([
      { key: './A', import: ['./A'], chunkName: '__federation_expose_A' },
      { key: './b/C', import: ['./b/C'], chunkName: '__federation_expose_b__C' },
    ]);
  });

  test('names every chunk apart, also on disks that ignore case', () => {
    const value = { '.': 'x', './A/B': 'x', './a/b': 'x', './a__b': 'x', './ä.tsx': 'x' };
    expect(exposes(value).map(({ chunkName }) => chunkName)).toEqual([
      '__federation_expose_default_export',
      '__federation_expose_A__B',
      '__federation_expose_a__b_2',
      '__federation_expose_a__b_3',
      '__federation_expose___tsx',
    ]);
  });

  test('keeps a chunk name of the user, and default names off it', () => {
    const value = {
      './a': { import: './a', name: 'own' },
      './b': { import: './b', name: 'own' },
      './c': './c',
      './d': { import: './d', name: '__federation_expose_c' },
    };
    expect(exposes(value).map(({ chunkName }) => chunkName)).toEqual([
      'own',
      'own',
      '__federation_expose_c_2',
      '__federation_expose_c',
    ]);
  });

  test.each([
    ['not an object', 5, ['INVALID_VALUE exposes']],
    ['no import', { './A': {} }, ['INVALID_VALUE exposes["./A"].import']],
    ['an empty import', { './A': { import: '' } }, ['INVALID_VALUE exposes["./A"].import']],
    ['an empty list', { './A': [] }, ['INVALID_VALUE exposes["./A"]']],
    ['a number', { './A': 1 }, ['INVALID_VALUE exposes["./A"]']],
    ['undefined', { './A': undefined }, ['INVALID_VALUE exposes["./A"]']],
    ['an empty key', { '': './a' }, ['INVALID_VALUE exposes[""]']],
    ['a number in a list', ['./A', 1], ['INVALID_VALUE exposes[1]']],
    ['a layer', { './A': { import: 'a', layer: 1 } }, ['INVALID_VALUE exposes["./A"].layer']],
    ['a key twice', ['./A', { './A': './b' }], ['DUPLICATE exposes[1]["./A"]']],
    ['an unsafe key', ['__proto__'], ['UNSAFE_NAME exposes[0]']],
    ['a typo', { A: { import: 'a', nme: 'x' } }, ['UNKNOWN_OPTION exposes.A.nme']],
  ])('refuses %s', (_, value, expected) => {
    expect(problems(exposes, value)).toEqual(expected);
  });

  test('keeps a key that no request reaches, and says so', () => {
    expect(exposes({ Button: './b' })[0]?.key).toBe('Button');
    expect(
      optionNotices({ name: 'shop', exposes: { Button: './b', '.': './i', './c': './c' } }),
    ).toEqual([expect.stringContaining('exposes.Button')]);
  });

  test.each([[undefined], [{}], [[]]])('%j makes no container', (value) => {
    expect(normalizeOptions({ name: 'shop', exposes: value }).container).toBeUndefined();
  });
});
