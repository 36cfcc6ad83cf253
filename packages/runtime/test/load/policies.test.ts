import { pageNonce, permitted, usePolicies } from '../../src/load/policies.ts';

test('the first of each kind stays', () => {
  const element = { nonce: '' } as HTMLElement;
  usePolicies(undefined);
  expect([permitted('/a.js', element), element.nonce]).toEqual(['/a.js', '']);

  usePolicies({ url: (url) => 'host ' + url });
  usePolicies({ url: (url) => 'container ' + url, nonce: () => 'abc' });
  usePolicies({ nonce: () => 'other' });
  expect(permitted('/a.js', element)).toBe('host /a.js');
  expect([element.nonce, pageNonce()]).toEqual(['abc', 'abc']);
});
