import type { ShareEntry, ShareScope } from '../../src/protocol/container.ts';
import { loadEntry } from '../../src/share/load.ts';
import { releaseShares } from '../../src/share/release.ts';

const entry = (from: string, more: Partial<ShareEntry> = {}): ShareEntry => ({
  get: () => () => from,
  from,
  useIn: [],
  ...more,
});

it('drops what nobody else uses, and what it used itself is free for its provider', async () => {
  const own = entry('app');
  const usedByHost = entry('app');
  const ofHost = entry('host');
  const react: ShareScope[string] = {
    '1.0.0': entry('app'),
    '2.0.0': own,
    '3.0.0': usedByHost,
    // One that runs on webpack's own runtime took it.
    '4.0.0': entry('app', { loaded: 1 }),
    '5.0.0': entry('app', { loading: new Promise(() => {}), loaded: true }),
    '6.0.0': ofHost,
  };
  const shareScopeMap = { default: { react, vue: { '3.0.0': entry('app') } } };
  await Promise.all([
    loadEntry(own, 'app'),
    loadEntry(usedByHost, 'host'),
    loadEntry(ofHost, 'app'),
  ]);
  releaseShares('app', shareScopeMap);
  expect(Object.keys(react)).toEqual(['3.0.0', '4.0.0', '5.0.0', '6.0.0']);
  expect(Object.keys(shareScopeMap.default)).toEqual(['react']);
  releaseShares('host', shareScopeMap);
  expect(Object.keys(react)).toEqual(['3.0.0', '4.0.0', '5.0.0']);
});
