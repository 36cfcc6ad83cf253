import type { CompilationLike, CompilerLike } from '../../../src/compiler/CompilerLike.ts';
import { ManifestPlugin } from '../../../src/compiler/manifest/ManifestPlugin.ts';
import type { FederationPlan } from '../../../src/options/plan.ts';
import { containerOf, planOf } from '../../manifest/plan.ts';
import { ChunkGraphSketch } from '../chunkGraph.ts';

const sourceTypes = { remote: 'r', consume: 'c', provide: 'p' };

class RawSource {
  constructor(readonly text: string) {}
  size(): number {
    return this.text.length;
  }
}

function compilerOf(listeners: ((compilation: CompilationLike) => void)[]): CompilerLike {
  return {
    hooks: { thisCompilation: { tap: (_, listener) => void listeners.push(listener) } },
    webpack: {
      Compilation: { PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: 3000 },
      sources: { RawSource },
    },
  };
}

/** Name and parsed content of what the plugins of these plans emit. */
function emitted(...plans: FederationPlan[]): Record<string, { name: string; shared: unknown[] }> {
  const assets: ReturnType<typeof emitted> = {};
  const listeners: ((compilation: CompilationLike) => void)[] = [];
  const compiler = compilerOf(listeners);
  for (const plan of plans) new ManifestPlugin(plan, sourceTypes, 'webpack').apply(compiler);
  const compilation = new ChunkGraphSketch().compilation({
    hooks: { processAssets: { tapPromise: ({ stage }, emit) => void (stage === 3000 && emit()) } },
    emitAsset: (file, source) => void (assets[file] = JSON.parse((source as RawSource).text)),
  });
  for (const listener of listeners) listener(compilation);
  return assets;
}

const named = (name: string): FederationPlan =>
  planOf({
    name,
    manifest: {
      fileName: `${name}.json`,
      statsFileName: `${name}-stats.json`,
      disableAssetsAnalyze: false,
    },
  });

it('emits both files of each instance', () => {
  const assets = emitted(named('a'), named('b'));
  expect(Object.entries(assets).map(([file, { name }]) => [file, name])).toEqual([
    ['a-stats.json', 'a'],
    ['a.json', 'a'],
    ['b-stats.json', 'b'],
    ['b.json', 'b'],
  ]);
});

it('emits nothing with `manifest: false`', () => {
  expect(emitted(planOf({ manifest: false }), planOf({ manifest: false }))).toEqual({});
});

it('refuses the manifests of two containers with one name', () => {
  const problems = [expect.objectContaining({ code: 'DUPLICATE', path: 'manifest.fileName' })];
  const plan = { ...named('a'), container: containerOf() };
  expect(() => emitted(plan, plan)).toThrow(expect.objectContaining({ problems }));
});

it('of hosts with one manifest the first writes it, unless there is a container', () => {
  const [first, second] = ['first', 'second'].map((name) => planOf({ name }));
  expect(emitted(first!, second!)['mf-manifest.json']).toMatchObject({ name: 'first' });
  for (const plans of [
    [first!, planOf({ name: 'container', container: containerOf() })],
    [planOf({ name: 'container', container: containerOf() }), first!],
  ]) {
    expect(emitted(...plans)['mf-manifest.json']).toMatchObject({ name: 'container' });
  }
});
