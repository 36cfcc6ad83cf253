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

/** As the first host of a page. */
async function pageOf(given: object): Promise<(url: string) => string> {
  Object.assign(globalThis, { origin: 'https://page.example' });
  let policies!: typeof import('../../src/load/policies.ts');
  await jest.isolateModulesAsync(async () => {
    policies = await import('../../src/load/policies.ts');
  });
  policies.usePolicies(given);
  policies.usePolicies({ crossOrigin: 'use-credentials' });
  return (url) => {
    const element = { crossOrigin: '', baseURI: 'https://page.example/folder/' };
    policies.permitted(url, element as unknown as HTMLElement);
    return element.crossOrigin;
  };
}

test('other origins are asked as the host says', async () => {
  const asked = await pageOf({ crossOrigin: 'anonymous' });
  expect(asked('https://page.example/a.js')).toBe('');
  expect(asked('https://page.example.org/a.js')).toBe('anonymous');
  // As plugins may answer.
  expect([asked('/a.js'), asked('a.js')]).toEqual(['', '']);
});

test('a host that asks for nothing does so whatever its remotes say', async () => {
  const asked = await pageOf({});
  expect(asked('https://page.example.org/a.js')).toBe('');
});
