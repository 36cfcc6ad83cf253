import type { ChunkGroupLike, ChunkLike } from '../../../src/compiler/CompilerLike.ts';
import { GraphMemory } from '../../../src/compiler/manifest/GraphMemory.ts';
import { ChunkGraphSketch, type ModuleNode } from '../chunkGraph.ts';

const sourceTypes = { remote: 'r', consume: 'c', provide: 'p' };

interface Build {
  readonly hash?: string;
  readonly assets?: readonly string[];
  readonly modules?: readonly string[];
  /** Files of the chunk. */
  readonly files?: readonly string[];
  /** Chunks that the one of the page can load. */
  readonly loads?: readonly string[];
  readonly more?: boolean;
  /** Of the entry, if the chunk has a runtime. */
  readonly entry?: readonly string[];
}

/** How often each of these builds was read, with one memory. */
function reads(...builds: Build[]): number[] {
  const memory = new GraphMemory<number>(sourceTypes);
  let count = 0;
  return builds.map((build) => {
    const graph = new ChunkGraphSketch();
    const modules = (build.modules ?? []).map((id): ModuleNode => ({
      type: 'c',
      blocks: [],
      identifier: () => id,
      nameForCondition: () => id,
    }));
    const groupOf = (id: string): ChunkGroupLike => ({
      chunks: [{ id } as ChunkLike],
      childrenIterable: [],
    });
    const page = graph.chunk([...(build.files ?? ['page.js'])], modules);
    Object.assign(page, {
      hash: build.hash ?? 'first',
      hasRuntime: () => !!build.entry,
      groupsIterable: [
        { chunks: [page], childrenIterable: (build.loads ?? []).map((id) => groupOf(id)) },
      ],
    });
    if (build.more) graph.chunk(['more.js']);
    const names = build.assets ?? ['page.js'];
    const assets = Object.fromEntries(names.map((name) => [name, {}]));
    const before = count;
    memory.recall(
      graph.compilation({ assets }),
      () => build.entry ?? [],
      () => ++count,
    );
    return count - before;
  });
}

it('reads once what stays as it is', () => {
  expect(reads({}, {}, {})).toEqual([1, 0, 0]);
});

it('reads again when a chunk changes for the first time, and not while what it says of the federation stays', () => {
  expect(reads({}, { hash: 'b' }, { hash: 'c' }, { hash: 'd' })).toEqual([1, 1, 0, 0]);
});

it.each<[string, Build]>([
  ['a share or remote', { modules: ['react'] }],
  ['a file', { files: ['page.js', 'page.css'] }],
  ['a chunk to load', { loads: ['dialog'] }],
  ['an expose', { entry: ['src/Page.tsx'] }],
])('reads again when a changed chunk has %s more', (_, change) => {
  const changed = { hash: 'c', ...change };
  expect(reads({}, { hash: 'b' }, changed, { ...changed, hash: 'd' })).toEqual([1, 1, 1, 0]);
});

it('reads again when there is another chunk, or one less', () => {
  expect(reads({}, { more: true }, { more: true }, {})).toEqual([1, 1, 0, 1]);
});

it('reads again when a file has another name, and not for those of hot updates', () => {
  const renamed = ['page.123.js'];
  const hot = ['page.123.js', 'page.456.hot-update.js'];
  expect(reads({}, { assets: renamed }, { assets: hot })).toEqual([1, 1, 0]);
});

it('remembers nothing of a failure', () => {
  const memory = new GraphMemory<string>(sourceTypes);
  const compilation = new ChunkGraphSketch().compilation({ assets: { 'a.js': {} } });
  const fail = (): string => {
    throw new Error('gone');
  };
  expect(() => memory.recall(compilation, () => [], fail)).toThrow('gone');
  expect(
    memory.recall(
      compilation,
      () => [],
      () => 'read',
    ),
  ).toBe('read');
});
