import type { ShareMatchPlan } from '../../src/options/plan.ts';
import { takesVersion } from '../../src/sharing/shareFilter.ts';
import { shareMatcher } from '../../src/sharing/shareMatcher.ts';

const shares: readonly ShareMatchPlan[] = [
  { request: 'a' },
  { request: 'a', issuerLayer: 'ssr' },
  { request: 'only/', issuerLayer: 'ssr' },
  { request: 'lib/', exclude: { request: 'no' } },
  { request: 'lib/deep/', include: { request: /^yes/ } },
  { request: 'inner/', allowNodeModulesSuffixMatch: true },
];
const match = shareMatcher(shares, ({ issuerLayer }) => issuerLayer);
const context = '/app/node_modules/inner/lib';

describe('shareMatcher', () => {
  it.each([
    ['a', undefined, 0, ''],
    ['a', null, 0, ''],
    ['a', 'client', 0, ''],
    ['a', 'ssr', 1, ''],
    ['only/x', 'ssr', 2, 'x'],
    ['lib/x', 'ssr', 3, 'x'],
    ['lib/deep/yes', undefined, 4, 'yes'],
    ['lib/deep/other', undefined, 3, 'deep/other'],
    ['../x.js', undefined, 5, 'x.js'],
    ['inner/x.js', undefined, 5, 'x.js'],
  ])('%s from layer %s is %d', (request, layer, index, rest) => {
    const found = match({ request, context, layer });
    expect(found).toMatchObject({ value: shares[index], rest });
  });

  it.each([
    ['only/x', undefined],
    ['only/x', 'client'],
    ['lib/no', undefined],
    ['../../a', undefined],
    ['/app/node_modules/inner/x.js', undefined],
  ])('%s from layer %s is nothing', (request, layer) => {
    expect(match({ request, context, layer })).toBeUndefined();
  });

  it('says what a path was matched as', () => {
    expect(match({ request: './x.js', context })?.request).toBe('inner/lib/x.js');
  });
});

describe('takesVersion', () => {
  it.each([
    [{}, '1.0.0', true],
    [{ include: { version: '^1' } }, '1.0.0', true],
    [{ include: { version: '^1' } }, '2.0.0', false],
    [{ include: { version: '^1' } }, undefined, false],
    [{ include: { version: '^2', fallbackVersion: '2.0.0' } }, '1.0.0', true],
    [{ exclude: { version: '^1' } }, '1.0.0', false],
    [{ exclude: { version: '^1' } }, '2.0.0', true],
    [{ exclude: { version: '^1' } }, undefined, true],
    [{ exclude: { version: '>=1' } }, '1.1.0-beta', false],
  ])('%j and version %s: %s', (filters, version, taken) => {
    expect(takesVersion(filters, version)).toBe(taken);
  });
});
