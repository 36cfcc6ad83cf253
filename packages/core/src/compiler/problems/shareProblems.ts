import type { BuildProblem, InspectedBuild } from './BuildProblem.ts';
import { chunkModules } from '../chunkModules.ts';
import type { ChunkLike, ModuleLike } from '../CompilerLike.ts';
import { federationModules } from '../federationModules.ts';
import { importChain } from './importChain.ts';
import { consumeIdentity } from '../shareIdentity.ts';

/** Shares that this build consumes, cannot fall back from, and that no other build of the page can bring. */
export function unprovidedShares({
  compilation,
  plan,
  contributions: { containers, remotes },
  sourceTypes,
}: InspectedBuild): BuildProblem[] {
  const required = plan.consumes.filter((one) => one.import === false);
  if (!required.length || containers.size || remotes.length) return [];
  const consumed = federationModules(compilation as never, sourceTypes.consume).flatMap(
    ({ module }) => consumeIdentity(module.identifier()) ?? [],
  );
  const keys = new Set(consumed.flatMap(({ shareKey, file }) => (file ? [] : shareKey)));
  const without = required.filter(({ shareKey }) => keys.has(shareKey));
  return without.map(({ request }) => {
    const file = `shared[${JSON.stringify(request)}]`;
    const message = `${file} has \`import: false\`, but this build has no remotes and exposes nothing: nobody can provide it`;
    return { code: 'SHARE_NOT_PROVIDED' as const, file, message };
  });
}

/** Shared and remote modules that an entry needs before anything can be loaded. */
export function eagerMisuse(build: InspectedBuild): BuildProblem[] {
  const { compilation, contributions, plan, sourceTypes } = build;
  if (contributions.asyncStartup) return [];
  const entries = [...compilation.entrypoints].filter(([name]) => name !== plan.container?.name);
  const late = entries.flatMap(([name, { chunks }]) =>
    [sourceTypes.consume, sourceTypes.remote]
      .flatMap((type) => modulesOf(build, chunks, type))
      .map((module) => [module, name] as const),
  );
  // Once, for one of the entries.
  return [...new Map(late)].map(([module, entry]) => {
    const chain = [`entry ${entry}`, ...importChain(build, module)].join(' → ');
    const isRemote = module.identifier().startsWith('remote ');
    const fix = isRemote ? '' : ', set `eager` for the share';
    const message = `${chain} is needed before it can be loaded: leave experiments.asyncStartup on${fix}, or import() it`;
    return { code: 'EAGER_MISUSE' as const, file: chain, message };
  });
}

function modulesOf(
  { compilation: { chunkGraph } }: InspectedBuild,
  chunks: readonly ChunkLike[],
  type: string,
): ModuleLike[] {
  const all = chunks.flatMap((chunk) => chunkModules(chunkGraph, chunk, type));
  return all.filter((module) => !module.identifier().endsWith('(eager)'));
}
