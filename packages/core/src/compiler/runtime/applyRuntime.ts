import { once } from '../once.ts';
import { refuseAwaitedShares } from './awaitedShares.ts';
import { federationRuntimeModule } from './FederationRuntimeModule.ts';
import type { RuntimeBundler, RuntimeCompilation, RuntimeCompiler } from './RuntimeCompiler.ts';
import { type RuntimeContribution, RuntimeContributions } from './runtimeContributions.ts';
import { type RuntimeAdapter, runtimePieces } from './runtimePieces.ts';
import { facadePath } from './runtimeText.ts';
import { emitSharedRuntime } from './sharedRuntime.ts';

const NAME = 'HansaRuntime';

const perCompiler = new WeakMap<object, RuntimeContributions>();

/** What all plugins of a compiler add to its runtime. */
export function contributionsTo(compiler: object): RuntimeContributions {
  return once(perCompiler, compiler, () => new RuntimeContributions());
}

/**
 * Puts the runtime into every runtime chunk that reaches federation. Every plugin calls it with what it knows; the
 * contributions to one compiler are merged.
 */
export function applyRuntime(
  compiler: RuntimeCompiler,
  contribution: RuntimeContribution,
  adapter: RuntimeAdapter,
): void {
  const isFirst = !perCompiler.has(compiler);
  const contributions = contributionsTo(compiler);
  if (isFirst) {
    aliasFacade(compiler);
    tapCompilations(compiler, contributions, adapter);
  }
  contributions.add(contribution);
  contributions.plugins.add(compiler, contribution.runtimePlugins ?? []);
}

function aliasFacade({ options: { resolve } }: RuntimeCompiler): void {
  const alias = facadePath();
  resolve.alias = Array.isArray(resolve.alias)
    ? [...(resolve.alias as unknown[]), { name: '@hansa/runtime', onlyModule: true, alias }]
    : { ...(resolve.alias as object | undefined), '@hansa/runtime$': alias };
}

function tapCompilations(
  compiler: RuntimeCompiler,
  contributions: RuntimeContributions,
  adapter: RuntimeAdapter,
): void {
  const FederationRuntimeModule = federationRuntimeModule(compiler);
  const { Compilation, RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
  // Whether there was a module with top-level await; the builds that have none need not look for more.
  let awaits = false;
  compiler.hooks.thisCompilation.tap(NAME, (given) => {
    const compilation = given as RuntimeCompilation;
    // All that looks at finished builds does so at one stage: each costs a call from native code on Rspack.
    compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
      if (awaits) refuseAwaitedShares(compilation, adapter.sourceTypes);
      emitSharedRuntime(compiler, compilation);
    });
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk, requirements) => {
      awaits ||= requirements.has(RuntimeGlobals.asyncModule);
      const place = { compiler, compilation, chunk, requirements };
      for (const piece of runtimePieces(place, contributions, adapter)) {
        compilation.addRuntimeModule(chunk, new FederationRuntimeModule(piece));
      }
    });
  });
}
