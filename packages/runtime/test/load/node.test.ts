import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchJson, loadEntry, resolveUrl } from '../../src/load/node.ts';

const CONTAINER = `exports.get = () => 'got'; exports.init = () => require('node:path').sep;`;
/** Reads its chunk as webpack's `async-node` does, and requires another. */
const CHUNKS = `
  exports.get = () => new Promise((resolve, reject) =>
    require('fs').readFile(require('path').join(__dirname, 'chunk.txt'), 'utf-8', (error, text) =>
      error ? reject(error) : resolve(text)));
  exports.init = () => require('./chunk.js');`;
const RAN = `globalThis.__ran.push(1); ${CONTAINER}`;
const files: Record<string, [status: number, body: string, headers?: Record<string, string>]> = {
  '/remoteEntry.js': [200, CONTAINER],
  '/named.js': [200, `exports.shop = { get: () => 'named', init() {} };`],
  '/comment.js': [200, `${CONTAINER} // ends in a comment`],
  '/missing.js': [404, RAN],
  '/broken.js': [200, 'exports.get = ('],
  '/throws.js': [200, `throw new Error('on load')`],
  '/page.js': [200, '<!doctype html>', { 'content-type': 'text/html' }],
  '/text.js': [200, RAN, { 'content-type': 'text/plain' }],
  '/large.js': [200, RAN + ' '.repeat(11_000_000)],
  '/moved.js': [302, '', { location: '/remoteEntry.js' }],
  '/away-twice.js': [302, '', { location: '/away.js' }],
  '/chunks.js': [200, CHUNKS],
  '/chunk.txt': [200, 'a chunk'],
  '/mf-manifest.json': [200, '{"name":"shop"}'],
};

let server: Server;
let origin: string;
let folder: string;
let other: Server;
/** Requests that reached the other origin, and bodies that ran though they must not. */
const elsewhere: (string | undefined)[] = [];
const ran: number[] = [];

const started = async (
  respond: (url: string, response: ServerResponse) => void,
): Promise<Server> => {
  const server = createServer((request, response) => respond(request.url!, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
};
const originOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

beforeAll(async () => {
  Object.assign(globalThis, { __ran: ran });
  other = await started((url, response) => {
    elsewhere.push(url);
    response.end(RAN);
  });
  files['/away.js'] = [302, '', { location: `${originOf(other)}/remoteEntry.js` }];
  server = await started((url, response) => {
    if (url === '/hang.js') return;
    const [status, body, headers] = files[url]!;
    response.writeHead(status, headers).end(body);
  });
  origin = originOf(server);
  folder = mkdtempSync(join(tmpdir(), 'hansa-'));
  writeFileSync(join(folder, 'remoteEntry.cjs'), CONTAINER);
});

afterAll(() => {
  for (const one of [server, other]) {
    one.close();
    one.closeAllConnections();
  }
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

test('an ES module that failed is asked for before it is imported', async () => {
  const entry = `${origin}/missing.js?retry=1`;
  files['/missing.js?retry=1'] = files['/missing.js']!;
  const failed = loadEntry({ name: 'shop', entry, type: 'module' });
  await expect(failed).rejects.toMatchObject({ reason: 'http', status: 404 });
});

test.each([
  ['/missing.js', { message: 'HTTP 404' }],
  ['/broken.js', { name: 'SyntaxError' }],
])('rejects for %s', async (path, reason) => {
  await expect(load(origin + path)).rejects.toMatchObject(reason);
});

test.each([
  ['/missing.js', { reason: 'http', status: 404 }],
  ['/broken.js', { reason: 'parse' }],
  ['/throws.js', { reason: 'execution' }],
  ['/page.js', { reason: 'html' }],
  ['/text.js', { reason: 'content-type' }],
  ['/large.js', { reason: 'size' }],
  ['/away.js', { reason: 'redirect' }],
  ['/away-twice.js', { reason: 'redirect' }],
])('says why: %s', async (path, reason) => {
  await expect(load(origin + path)).rejects.toMatchObject(reason);
  expect(ran).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('follows a redirect inside the origin', async () => {
  expect(await load(`${origin}/moved.js`)).toHaveProperty('get');
});

test('ends at the deadline, whoever answers', async () => {
  const source = { name: 'shop', entry: `${origin}/hang.js`, type: 'script' } as const;
  const late = { reason: 'timeout' };
  await expect(loadEntry(source, { timeout: 20 })).rejects.toMatchObject(late);
  await expect(fetchJson(source.entry, { timeout: 20 })).rejects.toMatchObject(late);
  const custom = { timeout: 20, fetch: () => new Promise<never>(() => {}) };
  await expect(loadEntry(source, custom)).rejects.toMatchObject(late);
});

test('asks the given fetch first, and loads another URL where told', async () => {
  const source = { name: 'shop', entry: `${origin}/missing.js`, type: 'script' } as const;
  const fetch = async (): Promise<Response> => new Response(CONTAINER);
  expect(await loadEntry(source, { fetch })).toHaveProperty('get');
  const createScript = (): { url: string } => ({ url: `${origin}/remoteEntry.js` });
  expect(await loadEntry(source, { createScript })).toHaveProperty('get');
});

test('a name that every object inherits is no export', async () => {
  const source = {
    name: 'constructor',
    entry: `${origin}/remoteEntry.js`,
    type: 'script',
  } as const;
  expect(await loadEntry(source)).toHaveProperty('get');
});

test.each([
  ['data:text/javascript,0', ''],
  [' \tJAVA\nscript:alert(1)', ''],
  ['blob:http://a.example/1', ''],
  ['http://', ''],
  ['localhost:3001/remoteEntry.js', ''],
  ['HTTP://A.example/x', 'http://a.example/x'],
])('%j is %j when made absolute', (url, expected) => {
  // What is no URL is a path.
  if (url === 'http://') expect(resolveUrl(url, 'http://a.example/')).toBe(expected);
  else expect(resolveUrl(url)).toBe(expected);
});

test('what the network names is no file', () => {
  expect(resolveUrl('file:///etc/hosts')).toBe('file:///etc/hosts');
  expect(resolveUrl('file:///etc/hosts', `${origin}/mf-manifest.json`)).toBe('');
  expect(resolveUrl('b.js', 'file:///a/mf-manifest.json')).toBe('file:///a/b.js');
});

test('chunks come over HTTP where bundlers read files, and not where they require', async () => {
  const container = (await load(`${origin}/chunks.js`)) as {
    get(): Promise<string>;
    init(): unknown;
  };
  expect(await container.get()).toBe('a chunk');
  expect(() => container.init()).toThrow(expect.objectContaining({ reason: 'refused' }));
});

test('a stack names the URL', async () => {
  const error: Error = await load(`${origin}/throws.js`).then(
    () => new Error('it ran'),
    (reason) => reason,
  );
  expect(error.stack).toContain(`${origin}/throws.js:1:`);
});

test.each([
  ['/mf-manifest.json', undefined],
  ['/page.js', 'html'],
  ['/broken.js', 'parse'],
  ['/missing.js', 'http'],
])('JSON of %s fails: %s', async (path, reason) => {
  const result = fetchJson(origin + path);
  if (reason) await expect(result).rejects.toMatchObject({ reason });
  else await expect(result).resolves.toEqual({ name: 'shop' });
});

test('reads JSON from HTTP', async () => {
  expect(await fetchJson(`${origin}/mf-manifest.json`)).toEqual({ name: 'shop' });
});
