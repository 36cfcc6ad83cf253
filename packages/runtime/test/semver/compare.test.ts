import { orderKey } from '../../src/semver/compare.ts';

it('orders versions, and what is not a version before them', () => {
  const ordered = [
    ...['', '1.2.3.4', 'latest'],
    ...['0.0.0-alpha', '0', '0.0.1', '0.2.0', '0.10.0'],
    ...['1.0.0-1', '1.0.0-2', '1.0.0-10', '1.0.0-1a', '1.0.0-alpha', '1.0.0-alpha.1'],
    ...['1.0.0-alpha.beta', '1.0.0-alpha-1', '1.0.0-beta', '1.0.0-rc.1', '1.0.0', '1.2', '2'],
  ];
  ordered.forEach((a, i) => {
    ordered.forEach((b, j) => {
      const [left, right] = [orderKey(a), orderKey(b)];
      expect([a, b, +(left > right) - +(left < right)]).toEqual([a, b, Math.sign(i - j)]);
    });
  });
});

it.each([
  ['0', '0.0.0'],
  ['1.2', 'v1.2.0'],
  ['1.2.3+a', '1.2.3+b'],
])('%j equals %j, and comes first by its text', (a, b) => {
  const [left, right] = [orderKey(a), orderKey(b)];
  expect(left.split('\t')[0]).toBe(right.split('\t')[0]);
  expect(left < right).toBe(true);
});
