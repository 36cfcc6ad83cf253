import { requestMatcher } from '../../src/sharing/requestMatcher.ts';

const match = requestMatcher([
  ['a', 'exact'],
  ['lib/', 'prefix'],
  ['lib/deep/', 'longer prefix'],
  ['lib/deep/one', 'exact below'],
  ['@hansa/', 'our scope'],
]);

describe('requestMatcher', () => {
  it.each([
    ['a', 'exact', ''],
    ['lib/x', 'prefix', 'x'],
    ['lib/deep/x', 'longer prefix', 'x'],
    ['lib/deep/one', 'exact below', ''],
    ['lib/deep/one/x', 'longer prefix', 'one/x'],
    ['@hansa/other', 'our scope', 'other'],
    ['@hansa/runtime-plus', 'our scope', 'runtime-plus'],
  ])('%s is %s', (request, value, rest) => {
    expect(match(request)).toEqual({ value, rest });
  });

  it.each(['', '/', '/lib/x', './a', 'a/x', 'ab', 'lib', 'library/x', '!!raw!lib/x'])(
    '%p is nothing',
    (request) => {
      expect(match(request)).toBeUndefined();
    },
  );

  it.each(['@hansa/runtime', '@hansa/runtime/protocol'])('never matches %s', (request) => {
    expect(match(request)).toBeUndefined();
  });
});
