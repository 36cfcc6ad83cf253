import type { Stats } from '@hansa/runtime/protocol';
import { OptionsError } from '../../errors.ts';
import { buildStats, manifestOf } from '../../manifest/build.ts';
import type { AdditionalDataContext, FederationPlan } from '../../options/plan.ts';
import type { CompilerLike } from '../CompilerLike.ts';
import type { FederationSourceTypes } from '../federationModules.ts';
import { GraphMemory } from './GraphMemory.ts';
import { type GraphFacts, readFacts } from './manifestFacts.ts';

const pluginName = 'HansaManifestPlugin';

/** Who writes which manifest of a compiler. */
const writers = new WeakMap<CompilerLike, Map<string, ManifestPlugin>>();

/** Emits the manifest and the stats of a plan; nothing with `manifest: false`. */
export class ManifestPlugin {
  private readonly plan: FederationPlan;
  private readonly sourceTypes: FederationSourceTypes;
  private readonly bundler: AdditionalDataContext['bundler'];

  constructor(
    plan: FederationPlan,
    sourceTypes: FederationSourceTypes,
    bundler: AdditionalDataContext['bundler'],
  ) {
    this.plan = plan;
    this.sourceTypes = sourceTypes;
    this.bundler = bundler;
  }

  /** @throws OptionsError if another container of the compiler has a manifest of that name. */
  apply(compiler: CompilerLike): void {
    const { plan, sourceTypes, bundler } = this;
    const { manifest } = plan;
    if (!manifest) return;
    const { additionalData } = manifest;
    const { fileName, statsFileName } = manifest;
    this.claim(compiler, fileName);
    const { Compilation, sources } = compiler.webpack;
    // Reading costs webpack next to nothing, and its hashes do not cover the data of our modules.
    const memory = bundler === 'rspack' ? new GraphMemory<GraphFacts>(sourceTypes) : undefined;
    // The first stage after the one that makes content hashes final.
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      if (writers.get(compiler)!.get(fileName) !== this) return;
      compilation.hooks.processAssets.tapPromise({ name: pluginName, stage }, async () => {
        const emit = (file: string, content: object): void =>
          compilation.emitAsset(file, new sources.RawSource(JSON.stringify(content)));
        let stats = buildStats(plan, readFacts(compilation, plan, sourceTypes, memory));
        if (additionalData) {
          const changed = await additionalData({ stats, compiler, compilation, bundler });
          stats = (changed as Stats | undefined) ?? stats;
        }
        emit(statsFileName, stats);
        emit(fileName, manifestOf(stats));
      });
    });
  }

  /** Of several hosts in one build the first tells about itself, and a container goes before them. */
  private claim(compiler: CompilerLike, fileName: string): void {
    const names = writers.get(compiler) ?? new Map<string, ManifestPlugin>();
    writers.set(compiler, names);
    const other = names.get(fileName);
    if (other?.plan.container && this.plan.container) {
      const message = `another container of this build has the manifest \`${fileName}\`, give one of them another name`;
      throw new OptionsError([{ code: 'DUPLICATE', path: 'manifest.fileName', message }]);
    }
    if (!other || this.plan.container) names.set(fileName, this);
  }
}
