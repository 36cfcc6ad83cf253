import type { Stats } from '@hansa/runtime/protocol';
import { manifestOf } from '../manifest/build.ts';
import type { AdditionalDataContext, ManifestPlan } from '../options/plan.ts';

const NAME = 'HansaAdditionalDataPlugin';

/** As much of a compiler as rewriting the manifest needs; both bundlers have it. */
interface AssetCompiler {
  readonly webpack: {
    readonly Compilation: { readonly PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: number };
    readonly sources: { readonly RawSource: new (source: string) => object };
  };
  readonly hooks: {
    /** Passes an {@link AssetCompilation}. */
    readonly thisCompilation: {
      tap(name: string, listener: (compilation: unknown) => void): unknown;
    };
  };
}

interface AssetCompilation {
  readonly hooks: {
    readonly processAssets: {
      tapPromise(options: { name: string; stage: number }, fn: () => Promise<void>): void;
    };
  };
  getAsset(name: string): { readonly source: { source(): string | Buffer } } | undefined | void;
  updateAsset(name: string, source: object): void;
}

/** Lets the user change the stats that the `ManifestPlugin` has emitted, and makes the manifest of them again. */
export class AdditionalDataPlugin {
  private readonly manifest: ManifestPlan;
  private readonly bundler: AdditionalDataContext['bundler'];

  constructor(manifest: ManifestPlan, bundler: AdditionalDataContext['bundler']) {
    this.manifest = manifest;
    this.bundler = bundler;
  }

  apply(compiler: AssetCompiler): void {
    const { additionalData, statsFileName, fileName } = this.manifest;
    const { bundler } = this;
    if (!additionalData) return;
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER + 1;
    compiler.hooks.thisCompilation.tap(NAME, (given) => {
      const compilation = given as AssetCompilation;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
        const asset = compilation.getAsset(statsFileName);
        if (!asset) return;
        const stats = JSON.parse(String(asset.source.source())) as Stats;
        const changed = (await additionalData({ stats, compiler, compilation, bundler })) ?? stats;
        const update = (file: string, content: object): void =>
          compilation.updateAsset(file, new sources.RawSource(JSON.stringify(content, null, 2)));
        update(statsFileName, changed as Stats);
        update(fileName, manifestOf(changed as Stats));
      });
    });
  }
}
