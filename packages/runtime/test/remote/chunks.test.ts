import { lightInstance } from '../../src/bundler/lightInstance.ts';
import { createInstance } from '../../src/index.ts';
import { globals } from '../../src/protocol/globals.ts';
import { releaseChunks } from '../../src/remote/chunks.ts';
import { initContainer } from '../../src/remote/load.ts';

const container = { get: async () => () => 'got', init: () => {} };

/** The list of a build whose container runs: it takes in what is pushed. */
function listOf(taken: unknown[], key: string): unknown[] {
  const list: unknown[] = ['first'];
  list.push = (...chunks) => taken.push(...chunks);
  globals[key] = list;
  return list;
}

test.each([
  ['shop', 'webpackChunkshop'],
  ['shop', 'rspackChunkshop'],
  ['@scope/my-shop', 'webpackChunk_scope_my_shop'],
  // As bundlers make identifiers.
  ['my__app', 'webpackChunkmy_app'],
  ['1app', 'webpackChunk_1app'],
  ['a_-b', 'webpackChunka_b'],
  ['é-app', 'webpackChunk_app'],
])('the chunks of %s leave the page', (name, key) => {
  listOf([], key);
  releaseChunks(name);
  expect(globals[key]).toBeUndefined();
});

test('of a remote that an instance uses the list stays, empty, and leads to the container', () => {
  const user = createInstance({ name: 'user' });
  user.initRawContainer('shop', '', container);
  const taken: unknown[] = [];
  const list = listOf(taken, 'webpackChunkshop');
  releaseChunks('shop');
  expect(globals['webpackChunkshop']).toBe(list);
  expect(list).toHaveLength(0);
  list.push('later');
  expect(taken).toEqual(['later']);
  user.moduleCache.delete('shop');
  releaseChunks('shop');
  expect(globals['webpackChunkshop']).toBeUndefined();
});

test('it stays for a user that knows the remote by another name, and for builds that nobody extends', async () => {
  const user = createInstance({ name: 'other user' });
  user.initRawContainer('store', '', container);
  Object.assign(user.moduleCache.get('store')!.remoteInfo, { entryGlobalName: 'shop' });
  const list = listOf([], 'webpackChunkshop');
  releaseChunks('shop');
  expect(globals['webpackChunkshop']).toBe(list);
  user.moduleCache.clear();
  const light = lightInstance({ name: 'light', shareStrategy: 'loaded-first', remotes: {} });
  await initContainer(light, { name: 'shop', shareScope: 'default' }, container);
  releaseChunks('shop');
  expect(globals['webpackChunkshop']).toBe(list);
});

test('what is no list of chunks is left alone', () => {
  globals['webpackChunkother'] = 'of the page';
  releaseChunks('other');
  expect(globals['webpackChunkother']).toBe('of the page');
});
