import { relative, sep } from 'node:path';
import type { ExposeFacts, ManifestFacts, RemoteFacts } from '../manifest/facts.ts';
import type { ContainerPlan, FederationPlan } from '../options/plan.ts';
import { buildInfo } from './buildInfo.ts';
import { chunkAssets, kindOf } from './chunkAssets.ts';
import type { ChunkGroupLike, ChunkLike, CompilationLike } from './CompilerLike.ts';
import { federationModules } from './federationModules.ts';
import type { FederationSourceTypes } from './federationModules.ts';
import { readShares, shareFacts } from './shareFacts.ts';

/**
 * Reads a compilation whose files have their final names. The work grows with exposes, shares, remotes and chunks, not
 * with modules.
 */
export function readFacts(
  compilation: CompilationLike,
  plan: FederationPlan,
  sourceTypes: FederationSourceTypes,
): ManifestFacts {
  const { compiler, outputOptions, hash } = compilation;
  const { container, manifest } = plan;
  const { publicPath } = outputOptions;
  const analyzed = manifest && !manifest.disableAssetsAnalyze;
  return {
    ...buildInfo(compiler.context),
    publicPath:
      typeof publicPath === 'string'
        ? compilation.getAssetPath(publicPath, { hash: hash ?? '' })
        : 'auto',
    remoteEntry: container ? remoteEntryFile(compilation, container) : '',
    exposes: [],
    shares: [],
    remotes: [],
    ...(analyzed ? readGraph(compilation, plan, sourceTypes) : {}),
  };
}

function readGraph(
  compilation: CompilationLike,
  plan: FederationPlan,
  sourceTypes: FederationSourceTypes,
): Pick<ManifestFacts, 'exposes' | 'shares' | 'remotes'> {
  const { container } = plan;
  const usedIn = exposeUsage(compilation, container);
  const shares = readShares(compilation, container, sourceTypes);
  const shareGroups = new Set(shares.flatMap(({ groups }) => groups));
  return {
    exposes: container ? exposeFacts(compilation, container, shareGroups) : [],
    shares: shares.map((share) => shareFacts(share, usedIn, shareGroups)),
    remotes: federationModules(compilation, sourceTypes.remote).flatMap(({ module, chunks }) =>
      remoteFacts(plan, module.nameForCondition() ?? '', usedIn(chunks)),
    ),
  };
}

function remoteEntryFile({ namedChunks }: CompilationLike, { name }: ContainerPlan): string {
  const files = [...(namedChunks.get(name)?.files ?? [])];
  return files.find((file) => kindOf(file) === 'js') ?? '';
}

/** Tells which exposes run the modules of some chunks: all of them where a chunk is loaded with the container. */
function exposeUsage(
  compilation: CompilationLike,
  container: ContainerPlan | undefined,
): (chunks: Iterable<ChunkLike>) => string[] {
  const users = new Map<ChunkLike, string[]>();
  const entry = container && compilation.entrypoints.get(container.name);
  for (const { key, chunkName } of container?.exposes ?? []) {
    const groups = [entry, compilation.namedChunkGroups.get(chunkName)];
    for (const chunk of groups.flatMap((group) => group?.chunks ?? [])) {
      const keys = users.get(chunk) ?? [];
      keys.push(key);
      users.set(chunk, keys);
    }
  }
  return (chunks) => [...chunks].flatMap((chunk) => users.get(chunk) ?? []);
}

function exposeFacts(
  compilation: CompilationLike,
  container: ContainerPlan,
  shareGroups: ReadonlySet<ChunkGroupLike>,
): ExposeFacts[] {
  const files = exposedFiles(compilation, container.name);
  return container.exposes.map(({ key, chunkName }, index) => {
    const group = compilation.namedChunkGroups.get(chunkName);
    const file = files[index] ?? '';
    return { key, file, assets: chunkAssets(group ? [group] : [], shareGroups) };
  });
}

/** Source of each expose, in the order of the option. */
function exposedFiles({ compiler, entries, moduleGraph }: CompilationLike, name: string): string[] {
  const entry = (entries.get(name)?.dependencies ?? [])
    .map((dependency) => moduleGraph.getModule(dependency))
    .find((module) => module?.identifier().startsWith('container entry'));
  return (entry?.blocks ?? []).map(({ dependencies }) => {
    const last = dependencies.at(-1);
    const file = last && moduleGraph.getModule(last)?.nameForCondition();
    return file ? relative(compiler.context, file).replaceAll(sep, '/') : '';
  });
}

/** As in the adapters, the longest alias that fits owns the request. */
function remoteFacts(plan: FederationPlan, request: string, usedIn: string[]): RemoteFacts[] {
  const [owner] = plan.remotes
    .map(({ alias }) => alias)
    .filter((alias) => request === alias || request.startsWith(`${alias}/`))
    .sort((a, b) => b.length - a.length);
  return owner ? [{ alias: owner, module: `.${request.slice(owner.length)}`, usedIn }] : [];
}
