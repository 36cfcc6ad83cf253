import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchJson, loadEntry, resolveUrl } from '../../src/load/node.ts';

const CONTAINER = `exports.get = () => 'got'; exports.init = () => require('node:path').sep;`;
const files: Record<string, [status: number, body: string]> = {
  '/remoteEntry.js': [200, CONTAINER],
  '/named.js': [200, `exports.shop = { get: () => 'named', init() {} };`],
  '/comment.js': [200, `${CONTAINER} // ends in a comment`],
  '/missing.js': [404, CONTAINER],
  '/broken.js': [200, 'exports.get = ('],
  '/mf-manifest.json': [200, '{"name":"shop"}'],
};

let server: Server;
let origin: string;
let folder: string;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const [status, body] = files[url!]!;
    response.writeHead(status).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'hansa-'));
  writeFileSync(join(folder, 'remoteEntry.cjs'), CONTAINER);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const load = (entry: string): Promise<unknown> =>
  loadEntry({ name: 'shop', entry, type: 'script' });

test.each(['/remoteEntry.js', '/comment.js'])('runs %s from HTTP as CommonJS', async (path) => {
  const container = (await load(origin + path)) as Record<'get' | 'init', () => unknown>;
  expect([container.get(), container.init()]).toEqual(['got', '/']);
});

test('takes the export of the name when there is one', async () => {
  const container = (await load(`${origin}/named.js`)) as { get(): unknown };
  expect(container.get()).toBe('named');
});

test('runs a file', async () => {
  const url = resolveUrl(join(folder, 'remoteEntry.cjs'));
  expect(url).toBe(pathToFileURL(join(folder, 'remoteEntry.cjs')).href);
  expect(await load(url)).toHaveProperty('get');
});

test.each([
  ['/missing.js', { message: 'HTTP 404' }],
  ['/broken.js', { name: 'SyntaxError' }],
])('rejects for %s', async (path, reason) => {
  await expect(load(origin + path)).rejects.toMatchObject(reason);
});

test('reads JSON from HTTP', async () => {
  expect(await fetchJson(`${origin}/mf-manifest.json`)).toEqual({ name: 'shop' });
});
