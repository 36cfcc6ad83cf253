import { readFacts } from '../../../src/compiler/manifest/manifestFacts.ts';
import type { ManifestFacts } from '../../../src/manifest/facts.ts';
import { containerOf, planOf } from '../../manifest/plan.ts';
import { ChunkGraphSketch, moduleOf, type ModuleNode } from '../chunkGraph.ts';

const sourceTypes = {
  remote: 'remote-module',
  consume: 'consume-shared-module',
  provide: 'provide-module',
};
const exposes = ['./A', './B'].map((key) => ({ key, import: [key], chunkName: `expose ${key}` }));
const plan = planOf({
  container: containerOf({ exposes }),
  remotes: ['shop', 'shop/deep'].map((alias) => ({ alias, shareScope: ['default'], sources: [] })),
});

const remote = (request: string): ModuleNode => moduleOf('remote-module', request);

let graph: ChunkGraphSketch;
beforeEach(() => {
  graph = new ChunkGraphSketch();
});

/** A container with `./A` and `./B`, and with `lib` provided and consumed. */
function container(consume: Partial<Record<'entry' | 'a' | 'b' | 'lazy' | 'other', string>> = {}) {
  const libLazy = graph.group([graph.chunk(['lib-lazy.js'])]);
  const lib = graph.group([graph.chunk(['lib.js', 'lib.js.map', 'lib.css'])], [libLazy]);
  const otherLib = graph.group([{ ...graph.chunk([]), files: ['lib-of-other-runtime.js'] }]);
  const modulesAt = (place: keyof typeof consume) => {
    const identifier = consume[place];
    const block = graph.block(place === 'other' ? otherLib : lib);
    return identifier ? [moduleOf('consume-shared-module', identifier, [block])] : [];
  };
  const lazy = graph.group(
    [graph.chunk(['lazy.js', 'lazy.css'], [remote('shop/deep/X'), ...modulesAt('lazy')])],
    [lib],
  );
  const shared = graph.chunk(['split.mjs'], modulesAt('b'));
  const chunkOfA = graph.chunk(
    ['a.css', 'a.js', 'a.1.hot-update.js'],
    [remote('shop/Cart'), ...modulesAt('a')],
  );
  const a = graph.group([shared, chunkOfA], [lazy, lib]);
  const b = graph.group([graph.chunk(['b.js']), shared], [lib]);
  lazy.childrenIterable.push(a);
  graph.groups.set('expose ./A', a).set('expose ./B', b);

  const entry = moduleOf('javascript/dynamic', 'container entry (default) []', [
    graph.block(
      a,
      moduleOf('javascript/auto', '/app/a.css'),
      moduleOf('javascript/auto', '/app/src/A.tsx'),
    ),
    graph.block(b, moduleOf('javascript/auto', '/lib/B.js')),
  ]);
  const provider = moduleOf(
    'provide-module',
    'provide shared module (default) lib@2.1.0 = /lib.js',
    [graph.block(lib)],
  );
  const chunk = graph.chunk(
    ['app.css', 'remoteEntry.js'],
    [entry, provider, ...modulesAt('entry')],
  );
  graph.entry('app', entry, chunk);
  const own = [...graph.chunks];
  chunk.getAllReferencedChunks = () => own;
  graph.chunk(['main.js'], [provider, remote('shop'), ...modulesAt('other')]);
}

const facts = (): ManifestFacts => readFacts(graph.compilation(), plan, sourceTypes);
const consumes = (range: string) =>
  `consume shared module (default) lib@${range} (fallback: /lib.js)`;

it('lists what an expose loads and what it can load later, without its shares', () => {
  container({ a: consumes('^2'), lazy: consumes('^2') });
  expect(facts().exposes).toEqual([
    {
      key: './A',
      file: 'src/A.tsx',
      assets: {
        js: { sync: ['split.mjs', 'a.js'], async: ['lazy.js'] },
        css: { sync: ['a.css'], async: ['lazy.css'] },
      },
    },
    {
      key: './B',
      file: '../lib/B.js',
      assets: { js: { sync: ['b.js', 'split.mjs'], async: [] }, css: { sync: [], async: [] } },
    },
  ]);
  expect(facts().remoteEntry).toBe('remoteEntry.js');
});

it('lists the files of a share with the share', () => {
  container({ a: consumes('^2') });
  expect(facts().shares).toEqual([
    {
      shareScope: 'default',
      shareKey: 'lib',
      version: '2.1.0',
      requiredVersion: '^2',
      usedIn: ['./A'],
      assets: {
        js: { sync: ['lib.js'], async: ['lib-lazy.js'] },
        css: { sync: ['lib.css'], async: [] },
      },
    },
  ]);
});

it('knows the version of what is shared by path', () => {
  const provider = 'provide shared module (default) store@1.0.0 = ./store';
  const consumer = 'consume shared module (default) store@^1 (fallback: /app/store.js)';
  container();
  graph.chunk(
    [],
    [moduleOf('provide-module', provider), moduleOf('consume-shared-module', consumer)],
  );
  const found = facts().shares.filter(({ shareKey }) => shareKey === 'store');
  expect(found).toMatchObject([{ version: '1.0.0', requiredVersion: '^1' }]);
});

it.each([
  ['in a chunk of both', { b: consumes('^2') }, ['./A', './B']],
  ['with the container', { entry: consumes('^2') }, ['./A', './B']],
  ['later', { lazy: consumes('^2') }, []],
  ['by nobody', {}, []],
])('tells which exposes use a share: %s', (_, where, usedIn) => {
  container(where);
  expect(new Set(facts().shares[0]!.usedIn)).toEqual(new Set(usedIn));
});

it('takes no file of another runtime', () => {
  container({ other: consumes('^2') });
  expect(facts().shares[0]!.assets.js.sync).toEqual(['lib.js']);
});

it.each([
  ['nobody', {}, '*'],
  ['the package itself too', { a: consumes('^2'), b: consumes('*') }, '^2'],
  ['two packages', { a: consumes('^2.1'), b: consumes('^2') }, '^2'],
])('has one range per share: %s', (_, where, range) => {
  container(where);
  expect(facts().shares.map((share) => share.requiredVersion)).toEqual([range]);
});

it('keeps versions apart: a consumer belongs to that of its fallback, or to none', () => {
  const text = 'consume shared module (default) lib@^1';
  container({ a: consumes('^2'), b: text, lazy: `${text} (fallback: /unknown.js)` });
  expect(facts().shares.map((share) => [share.version, share.requiredVersion])).toEqual([
    ['2.1.0', '^2'],
    ['', '^1'],
  ]);
});

it('gives modules of a remote to the longest alias', () => {
  container();
  expect(facts().remotes).toEqual([
    { alias: 'shop/deep', module: './X', usedIn: [] },
    { alias: 'shop', module: './Cart', usedIn: ['./A'] },
    { alias: 'shop', module: '.', usedIn: [] },
  ]);
});

it('reads a pure consumer', () => {
  graph.chunk(
    ['main.js'],
    [remote('shop/Cart'), moduleOf('consume-shared-module', consumes('^2'))],
  );
  const { remoteEntry, exposes, shares, remotes } = readFacts(
    graph.compilation(),
    { ...plan, container: undefined },
    sourceTypes,
  );
  expect({ remoteEntry, exposes, remotes }).toEqual({
    remoteEntry: '',
    exposes: [],
    remotes: [{ alias: 'shop', module: './Cart', usedIn: [] }],
  });
  expect(shares).toHaveLength(1);
});

it('reads no chunk graph with disableAssetsAnalyze', () => {
  container({ a: consumes('^2') });
  const manifest = { fileName: 'm', statsFileName: 's', disableAssetsAnalyze: true };
  const found = readFacts(graph.compilation(), { ...plan, manifest }, sourceTypes);
  expect(found).toMatchObject({
    remoteEntry: 'remoteEntry.js',
    exposes: [],
    shares: [],
    remotes: [],
  });
});

it.each([
  ['auto', 'auto'],
  ['', ''],
  ['https://cdn.test/[fullhash]/', 'https://cdn.test/abc/'],
  [() => '/x/', 'auto'],
  [undefined, 'auto'],
])('tells the public path: %s', (publicPath, expected) => {
  const compilation = graph.compilation({ outputOptions: { publicPath } });
  expect(readFacts(compilation, planOf(), sourceTypes).publicPath).toBe(expected);
});
