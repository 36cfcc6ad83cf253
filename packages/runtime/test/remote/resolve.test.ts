import { matchRemote, type RegisteredRemote } from '../../src/remote/resolve.ts';

const remotes = new Map<string, RegisteredRemote>(
  ['shop', 'shop/cart', '@scope/app'].map((name) => [
    name,
    { name, entry: name, sources: [], shareScope: 'default' },
  ]),
);

describe('matchRemote', () => {
  it.each([
    ['shop/Button', 'shop', './Button'],
    ['shop', 'shop', '.'],
    ['shop/a/b', 'shop', './a/b'],
    ['shop/cart', 'shop/cart', '.'],
    ['shop/cart/Item', 'shop/cart', './Item'],
    ['@scope/app/Page', '@scope/app', './Page'],
  ])('%s is %s of %s', (id, name, expose) => {
    const match = matchRemote(remotes, id);
    expect([match?.remote.name, match?.expose]).toEqual([name, expose]);
  });

  it.each(['shops/Button', 'constructor', '', '@scope'])('%p is no remote', (id) => {
    expect(matchRemote(remotes, id)).toBeUndefined();
  });
});
