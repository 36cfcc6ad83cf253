import { attach } from '../../src/bundler/shim.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';
import { offerRuntime } from '../../src/protocol/globals.ts';

const config = { name: 'shop', shareStrategy: 'loaded-first', remotes: {} } as const;

/** A container, and what it asks for. */
function containerOf(asked: string[], answer: () => void): WebpackRequire {
  const req = {
    p: 'http://localhost/',
    l: (url: string, done: () => void) => {
      asked.push(url);
      answer();
      done();
    },
  } as unknown as WebpackRequire;
  attach(req, config, { kind: '', file: 'hansa-1.js' });
  return req;
}

test('a runtime that could not be loaded is asked for at another URL, by the next container too', async () => {
  const asked: string[] = [];
  await expect(containerOf(asked, () => {}).getContainer('./x')).rejects.toMatchObject({
    code: 'RUNTIME-008',
    phase: 'entry',
  });
  const install = (req: WebpackRequire): void => {
    req.getContainer = async () => () => 'got';
  };
  const factory = await containerOf(asked, () => offerRuntime(install, [''])).getContainer('./x');
  expect(factory()).toBe('got');
  expect(asked).toEqual([
    'http://localhost/hansa-1.js',
    expect.stringMatching(/hansa-1\.js\?retry=0\.\d+$/),
  ]);
});
