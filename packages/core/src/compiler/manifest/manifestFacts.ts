import { containerEntry } from '../container/containerEntry.ts';
import type { ManifestAssets } from '@hansa/runtime/protocol';
import { relative, sep } from 'node:path';
import type { ManifestFacts, RemoteFacts } from '../../manifest/facts.ts';
import type { PackageFile } from '../../sharing/packageFiles.ts';
import type { ContainerPlan, FederationPlan } from '../../options/plan.ts';
import { buildInfo, packageOwning } from './buildInfo.ts';
import { ChunkGroupReader, kindOf } from './ChunkGroupReader.ts';
import type { ChunkGroupLike, ChunkLike, CompilationLike, ModuleLike } from '../CompilerLike.ts';
import { federationModules } from '../federationModules.ts';
import type { GraphMemory } from './GraphMemory.ts';
import type { FederationSourceTypes } from '../federationModules.ts';
import { once } from '../once.ts';
import { readShares, shareFacts } from './shareFacts.ts';

/** What is read of the chunk graph. */
export type GraphFacts = Pick<ManifestFacts, 'exposes' | 'shares' | 'remotes'>;

/**
 * Reads a compilation whose files have their final names. The work grows with exposes, shares, remotes and chunks, not
 * with modules.
 * @param memory of the builds before
 */
export function readFacts(
  compilation: CompilationLike,
  plan: FederationPlan,
  sourceTypes: FederationSourceTypes,
  memory?: GraphMemory<GraphFacts>,
): ManifestFacts {
  const { compiler, outputOptions, hash } = compilation;
  const { container, manifest } = plan;
  const { publicPath } = outputOptions;
  const analyzed = manifest && !manifest.disableAssetsAnalyze;
  const owner = packageOwning(compiler.context);
  const read = (): GraphFacts => readGraph(compilation, plan, { sourceTypes, owner });
  const files = (): string[] => (container ? exposedFiles(compilation, container.name) : []);
  const graph = (): GraphFacts => (memory ? memory.recall(compilation, files, read) : read());
  return {
    ...buildInfo(owner),
    publicPath:
      typeof publicPath === 'string'
        ? compilation.getAssetPath(publicPath, { hash: hash ?? '' })
        : 'auto',
    remoteEntry: container ? remoteEntryFile(compilation, container) : '',
    exposes: [],
    shares: [],
    remotes: [],
    ...(analyzed ? graph() : {}),
  };
}

function readGraph(
  compilation: CompilationLike,
  plan: FederationPlan,
  { sourceTypes, owner }: { sourceTypes: FederationSourceTypes; owner: PackageFile },
): GraphFacts {
  const { container, remotes } = plan;
  const exposes = container ? placedExposes(compilation, container) : [];
  const entry = container && compilation.entrypoints.get(container.name);
  const groups = new ChunkGroupReader();
  const usedIn = exposeUsage(groups, exposes, entry);
  const shares = readShares(compilation, container, sourceTypes);
  // What belongs to a share is listed with that share only.
  const beyond = new Set(shares.flatMap(({ groups }) => groups));
  const assetsOf = (roots: Iterable<ChunkGroupLike>): ManifestAssets =>
    groups.assets(roots, beyond);
  const used = remotes.length > 0 ? federationModules(compilation, sourceTypes.remote) : [];
  return {
    exposes: exposes.map(({ key, file, group }) => {
      return { key, file, assets: assetsOf(group ? [group] : []) };
    }),
    shares: shares.map((share) => shareFacts(share, usedIn, assetsOf, owner)),
    remotes: used.flatMap(({ module, chunks }) =>
      remoteFacts(plan, module.nameForCondition() ?? '', usedIn(chunks)),
    ),
  };
}

function remoteEntryFile({ namedChunks }: CompilationLike, { name }: ContainerPlan): string {
  const files = [...(namedChunks.get(name)?.files ?? [])];
  return files.find((file) => kindOf(file) === 'js') ?? '';
}

/** An expose and what loads it. */
interface PlacedExpose {
  readonly key: string;
  readonly file: string;
  readonly group: ChunkGroupLike | undefined;
}

function placedExposes(
  compilation: CompilationLike,
  { name, exposes }: ContainerPlan,
): PlacedExpose[] {
  const files = exposedFiles(compilation, name);
  // Rspack makes a map of each access.
  const { namedChunkGroups } = compilation;
  return exposes.map(({ key, chunkName }, index) => {
    return { key, file: files[index] ?? '', group: namedChunkGroups.get(chunkName) };
  });
}

/** Tells which exposes run the modules of some chunks: all of them where a chunk is loaded with the container. */
function exposeUsage(
  groups: ChunkGroupReader,
  exposes: readonly PlacedExpose[],
  entry: ChunkGroupLike | undefined,
): (chunks: Iterable<ChunkLike>) => string[] {
  const users = new Map<ChunkLike, string[]>();
  const entryChunks = entry ? groups.chunks(entry) : [];
  for (const { key, group } of exposes) {
    for (const chunk of [...entryChunks, ...(group ? groups.chunks(group) : [])]) {
      const keys = users.get(chunk) ?? [];
      keys.push(key);
      users.set(chunk, keys);
    }
  }
  return (chunks) => [...chunks].flatMap((chunk) => users.get(chunk) ?? []);
}

/** Source of each expose, in the order of the option. */
function exposedFiles(compilation: CompilationLike, name: string): string[] {
  const { compiler, moduleGraph } = compilation;
  return (containerEntry(compilation, name)?.blocks ?? []).map(({ dependencies }) => {
    const last = dependencies.at(-1);
    const module = last && moduleGraph.getModule(last);
    return module ? sourceOf(module, compiler.context) : '';
  });
}

/** Modules outlive the compilations of a watching compiler. */
const sources = new WeakMap<ModuleLike, string>();

function sourceOf(module: ModuleLike, context: string): string {
  return once(sources, module, () => {
    const file = module.nameForCondition();
    return file ? relative(context, file).replaceAll(sep, '/') : '';
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
