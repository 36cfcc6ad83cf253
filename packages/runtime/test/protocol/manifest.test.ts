import { isManifest } from '../../src/protocol/manifest.ts';

test.each([
  ['https://a.example/mf-manifest.json', true],
  ['https://a.example/mf-manifest.json?v=1', true],
  ['/mf-manifest.json#x', true],
  ['https://cdn.jsonhost.example/remoteEntry.js', false],
  ['https://a.example/remoteEntry.js?config=a.json', false],
])('%s is a manifest: %s', (entry, expected) => {
  expect(isManifest(entry)).toBe(expected);
});
