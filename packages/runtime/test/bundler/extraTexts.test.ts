import { installFallbackShares } from '../../src/bundler/fallbackShares.ts';
import { installNativeSharing } from '../../src/bundler/nativeSharing.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';

const fallback = () => Promise.resolve(() => 'lib');
const consume = {
  ...{ shareScope: ['default', 'own'], shareKey: 'lib', import: 'lib', fallback },
  ...{ requiredVersion: '^1.0.0', strictVersion: false, singleton: true, eager: false },
};

test('a worker provides what it falls back to, beside what is there', () => {
  const req = {
    consumesLoadingData: { moduleIdToConsumeDataMapping: { 7: consume, 8: consume } },
    initializeSharingData: { scopeToSharingDataMapping: { own: ['remote'] }, uniqueName: 'app' },
  } as unknown as WebpackRequire;
  installFallbackShares(req, { 7: '1.2.3' });
  const share = { name: 'lib', version: '1.2.3', factory: fallback, singleton: true };
  expect(req.initializeSharingData!.scopeToSharingDataMapping).toMatchObject({
    default: [share],
    own: ['remote', share],
  });
});

test('where the bundler printed no table it makes one', () => {
  const req = {
    consumesLoadingData: { moduleIdToConsumeDataMapping: { 7: consume } },
  } as unknown as WebpackRequire;
  installFallbackShares(req, { 7: '1.2.3' });
  expect(req.initializeSharingData!.scopeToSharingDataMapping).toHaveProperty('default.length', 1);
});

test("webpack's own initialisation runs after ours, with the same tokens", async () => {
  const calls: unknown[] = [];
  const call =
    (who: string, result: unknown) =>
    (...args: unknown[]) => {
      calls.push([who, ...args]);
      return result;
    };
  const req = { I: call('theirs', Promise.resolve()) } as unknown as WebpackRequire;
  installNativeSharing(req);
  req.I = call('ours', 1) as WebpackRequire['I'];
  const tokens: unknown[] = [];
  expect(req.I(['a', 'b'], tokens as never)).toBeInstanceOf(Promise);
  expect(calls).toEqual([
    ['ours', ['a', 'b'], tokens],
    ['theirs', 'a', tokens],
    ['theirs', 'b', tokens],
  ]);
});

test('without anything to wait for it is done at once', () => {
  const req = { I: () => 1 } as unknown as WebpackRequire;
  installNativeSharing(req);
  req.I = () => undefined;
  expect(req.I('default')).toBe(1);
});
