import { normalizeOptions, normalizeRemotes } from '../../src/options/normalize.ts';
import { problems, suggestions } from './problems.ts';

const remotes = (value: unknown, remoteType?: string) =>
  normalizeRemotes({ remotes: value, remoteType });
const source = (value: unknown, remoteType?: string) =>
  remotes({ shop: value }, remoteType)[0]?.sources[0];

describe('remotes', () => {
  test.each([
    ['app@https://a.b/remoteEntry.js', 'app', 'https://a.b/remoteEntry.js'],
    ['window.app@https://a.b/x.js', 'app', 'https://a.b/x.js'],
    ['window["my-app"]@https://a.b/x.js', 'my-app', 'https://a.b/x.js'],
    ["self['@scope/app']@https://a.b/x.js", '@scope/app', 'https://a.b/x.js'],
    ['windows.app@https://a.b/x.js', 'windows.app', 'https://a.b/x.js'],
    ['@scope/app@https://a.b/mf-manifest.json', '@scope/app', 'https://a.b/mf-manifest.json'],
    ['app@https://me@a.b/@v1/x.js', 'app', 'https://me@a.b/@v1/x.js'],
    ['app@//a.b/x.js', 'app', '//a.b/x.js'],
    ['app@/x.js', 'app', '/x.js'],
    ['app@x.js', 'app', 'x.js'],
    ['app@[window.base]/x.js', 'app', '[window.base]/x.js'],
    ['script app@https://a.b/x.js', 'app', 'https://a.b/x.js'],
    ['https://me@a.b/x.js', 'shop', 'https://me@a.b/x.js'],
    ['http://localhost:3001/x', 'shop', 'http://localhost:3001/x'],
    ['//a.b/x.js', 'shop', '//a.b/x.js'],
    ['/@v1/mf-manifest.json', 'shop', '/@v1/mf-manifest.json'],
    ['./x.js', 'shop', './x.js'],
    ['static/x.js?v=1:2', 'shop', 'static/x.js?v=1:2'],
    ['static/@scope/x.js', 'shop', 'static/@scope/x.js'],
    ['@scope/mf-manifest.json', 'shop', '@scope/mf-manifest.json'],
  ])('%s is a script', (text, name, entry) => {
    expect(source(text)).toEqual({ kind: 'entry', name, entry, type: 'script' });
  });

  test.each([
    ['https://a.b/x.js', 'module', 'shop', 'https://a.b/x.js'],
    ['./x.js', 'import', 'shop', './x.js'],
    ['../x.js', 'module-import', 'shop', '../x.js'],
    ['app@https://a.b/x.js', 'module', 'app', 'https://a.b/x.js'],
    ['module https://a.b/x.js', undefined, 'shop', 'https://a.b/x.js'],
    ['import //a.b/x.js', 'var', 'shop', '//a.b/x.js'],
  ])('%s of type %s is an ES module', (text, remoteType, name, entry) => {
    expect(source(text, remoteType)).toEqual({ kind: 'entry', name, entry, type: 'module' });
  });

  test.each([
    ['promise new Promise(r =>\n r(x))', undefined, 'promise', 'new Promise(r =>\n r(x))'],
    ['new Promise(r => r(x))', 'promise', 'promise', 'new Promise(r => r(x))'],
    ['var shop', undefined, 'var', 'shop'],
    ['shop', 'var', 'var', 'shop'],
    ['load("https://a.b/x.js")', 'var', 'var', 'load("https://a.b/x.js")'],
    ['window shop', 'commonjs', 'window', 'shop'],
    ['./x.js', 'commonjs-module', 'commonjs-module', './x.js'],
    ['@scope/pkg/remote.js', 'module', 'module', '@scope/pkg/remote.js'],
    ['system shop', undefined, 'system', 'shop'],
  ])('%j of type %s is an external', (text, remoteType, type, request) => {
    expect(source(text, remoteType)).toEqual({ kind: 'external', type, request });
  });

  test('a module of the same build', () => {
    expect(source('internal ./x.js', 'var')).toEqual({ kind: 'internal', request: './x.js' });
  });

  test('fallbacks stay in order', () => {
    expect(remotes({ shop: ['a@https://a.b/x.js', 'https://c.d/x.json'] })[0]?.sources).toEqual([
      { kind: 'entry', name: 'a', entry: 'https://a.b/x.js', type: 'script' },
      { kind: 'entry', name: 'shop', entry: 'https://c.d/x.json', type: 'script' },
    ]);
  });

  test('fallbacks of several kinds are all left to the bundler', () => {
    const value = { shop: ['a@/x.js', 'module /y.mjs', 'promise p()', 'internal ./z'] };
    expect(remotes(value)[0]?.sources).toEqual([
      { kind: 'external', type: 'script', request: 'a@/x.js' },
      { kind: 'external', type: 'import', request: '/y.mjs' },
      { kind: 'external', type: 'promise', request: 'p()' },
      { kind: 'internal', request: './z' },
    ]);
  });

  test('an object names its scope, others take that of the plugin', () => {
    const value = {
      a: { external: '/a.js', shareScope: 'x' },
      b: { external: ['/b.js'] },
      c: '/c.js',
    };
    const plans = normalizeRemotes({ remotes: value, shareScope: ['y', 'z'] });
    expect(plans.map(({ alias, shareScope }) => [alias, shareScope])).toEqual([
      ['a', ['x']],
      ['b', ['y', 'z']],
      ['c', ['y', 'z']],
    ]);
  });

  test('in a list the alias is the name; an alias may begin like another', () => {
    const value = ['@a/b@/x.js', 'var shop', { 'shop/cart': 'app@/y.js' }];
    expect(remotes(value).map(({ alias }) => alias)).toEqual(['@a/b', 'shop', 'shop/cart']);
  });

  test.each([
    [{}, 'script'],
    [{ library: { type: 'module' } }, 'module'],
    [{ library: { type: 'module' }, remoteType: 'script' }, 'script'],
    [{ library: { type: 'assign-properties', name: 'x' } }, 'script'],
  ])('%j loads by %s', (options, type) => {
    const plan = normalizeOptions({ ...options, remotes: { shop: '/x.js' } });
    expect(plan.remotes[0]?.sources[0]).toMatchObject({ kind: 'entry', type });
  });

  test.each([
    [{ a: 'shop' }, ['INVALID_VALUE remotes.a']],
    [{ a: '' }, ['INVALID_VALUE remotes.a']],
    [{ a: 5 }, ['INVALID_VALUE remotes.a']],
    [{ a: null }, ['INVALID_VALUE remotes.a']],
    [{ a: undefined }, ['INVALID_VALUE remotes.a']],
    [{ a: '@https://a.b/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'app@' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'localhost:3001/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'var app@https://a.b/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'commonjs app@https://a.b/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'node-commonjs https://a.b/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: 'commonjs-module app@/x.js' }, ['INVALID_VALUE remotes.a']],
    [{ a: [] }, ['INVALID_VALUE remotes.a']],
    [{ a: ['/x.js', 7] }, ['INVALID_VALUE remotes.a[1]']],
    [{ a: ['/x.json', 'var x'] }, ['NOT_SUPPORTED remotes.a']],
    [{ a: {} }, ['INVALID_VALUE remotes.a.external']],
    [{ a: { external: ['/x.json', 'internal x'] } }, ['NOT_SUPPORTED remotes.a.external']],
    [{ a: { external: '/x.js', shareScop: 'x' } }, ['UNKNOWN_OPTION remotes.a.shareScop']],
    [
      { '@a/b': { external: '/x.js', shareScope: 1 } },
      ['INVALID_VALUE remotes["@a/b"].shareScope'],
    ],
    [['https://a.b/x.js'], ['INVALID_VALUE remotes[0]']],
    [['promise new Promise(f)'], ['INVALID_VALUE remotes[0]']],
    [['a@/x.js', { a: '/y.js' }], ['DUPLICATE remotes[1].a']],
    [{ constructor: '/x.js' }, ['UNSAFE_NAME remotes.constructor']],
    [{ 'shop/': 'shop@/x.js' }, ['INVALID_VALUE remotes["shop/"]']],
    [['__proto__@/x.js'], ['UNSAFE_NAME remotes[0]']],
    ['app@/x.js', ['INVALID_VALUE remotes']],
  ])('refuses %j', (value, expected) => {
    expect(problems(remotes, value)).toEqual(expected);
  });

  test.each([
    ['scrpt app@/x.js', undefined],
    ['/x.js', 'scrpt'],
  ])('finds the type that was meant by %s and %s', (shop, remoteType) => {
    expect(suggestions(normalizeRemotes, { remotes: { shop }, remoteType })).toEqual(['script']);
  });
});
