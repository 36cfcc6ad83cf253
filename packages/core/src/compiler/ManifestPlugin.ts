import { buildStats, manifestOf } from '../manifest/build.ts';
import type { FederationPlan } from '../options/plan.ts';
import type { CompilationLike, CompilerLike } from './CompilerLike.ts';
import type { FederationSourceTypes } from './federationModules.ts';
import { readFacts } from './manifestFacts.ts';

const pluginName = 'HansaManifestPlugin';

/** Emits the manifest and the stats of a plan; nothing with `manifest: false`. */
export class ManifestPlugin {
  readonly #plan: FederationPlan;
  readonly #sourceTypes: FederationSourceTypes;

  constructor(plan: FederationPlan, sourceTypes: FederationSourceTypes) {
    this.#plan = plan;
    this.#sourceTypes = sourceTypes;
  }

  apply(compiler: CompilerLike): void {
    const { manifest } = this.#plan;
    if (!manifest) return;
    // The first stage after the one that makes content hashes final.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        const emit = emitter(compiler, compilation);
        const stats = buildStats(this.#plan, readFacts(compilation, this.#plan, this.#sourceTypes));
        emit(manifest.statsFileName, stats);
        emit(manifest.fileName, manifestOf(stats));
      });
    });
  }
}

function emitter(
  { webpack }: CompilerLike,
  compilation: CompilationLike,
): (file: string, content: object) => void {
  return (file, content) => {
    if (!compilation.getAsset(file)) {
      const source = new webpack.sources.RawSource(JSON.stringify(content, null, 2));
      compilation.emitAsset(file, source);
      return;
    }
    const error = new webpack.WebpackError(
      `manifest.fileName: the build has a file "${file}" already. ` +
        'Containers of one build need manifests of different names.',
    );
    compilation.errors.push(Object.assign(error, { code: 'MANIFEST_NAME_TAKEN' }));
  };
}
