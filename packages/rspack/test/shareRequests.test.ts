import { normalizeOptions } from '@hansa/core';
import { ModuleFederationPlugin } from '../src/ModuleFederationPlugin.ts';
import { nativeOptions } from '../src/nativeOptions.ts';
import { needsGate } from '../src/shareRequests.ts';

function refused(shared: object): string[] {
  try {
    new ModuleFederationPlugin({ shared } as never);
    return [];
  } catch (error) {
    return (error as { problems: { code: string; path: string }[] }).problems.map(
      ({ code, path }) => `${code} ${path}`,
    );
  }
}

test.each([
  [{ a: { layer: 'ssr' } }, ['NOT_SUPPORTED shared["a"].layer']],
  [{ './a': { issuerLayer: 'ssr' } }, ['NOT_SUPPORTED shared["./a"]']],
  [
    { a: {}, b: { request: 'a', issuerLayer: 'ssr', shareKey: 'b' } },
    ['NOT_SUPPORTED shared["a"].shareKey'],
  ],
  [{ a: {}, b: { request: 'a', issuerLayer: 'ssr', shareKey: 'b', import: 'b' } }, []],
  [{ a: { issuerLayer: 'ssr', include: { version: '^1' } } }, []],
])('%j', (shared, expected) => {
  expect(refused(shared)).toEqual(expected);
});

test('a share for a layer has a request of its own, and the package of the one that is written', () => {
  const plan = normalizeOptions({ shared: { '@s/a/': { issuerLayer: 'ssr' } } });
  const { consumes, provides } = nativeOptions(plan);
  expect(consumes?.consumes).toEqual([
    { 'hansa-layer/ssr/@s/a/': expect.objectContaining({ import: '@s/a/', packageName: '@s/a' }) },
  ]);
  expect(provides?.provides).toEqual([{ '@s/a/': expect.anything() }]);
});

test.each([
  [{}, false],
  [{ issuerLayer: 'x' }, true],
  [{ include: { version: '1' } }, true],
  [{ exclude: { request: 'x' } }, true],
  [{ include: { fallbackVersion: '1.0.0' } }, false],
  [{ allowNodeModulesSuffixMatch: true }, true],
])('%j asks for a call per import: %s', (share, expected) => {
  expect(needsGate({ request: 'a/', ...share })).toBe(expected);
});
