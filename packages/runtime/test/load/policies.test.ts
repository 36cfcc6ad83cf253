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

test('other origins are asked as the page says', () => {
  Object.assign(globalThis, { origin: 'https://page.example' });
  usePolicies({ crossOrigin: 'anonymous' });
  const asked = (url: string): string => {
    const element = { crossOrigin: '' };
    permitted(url, element as unknown as HTMLElement);
    return element.crossOrigin;
  };
  expect(asked('https://page.example/a.js')).toBe('');
  expect(asked('https://page.example.org/a.js')).toBe('anonymous');
});
