import type { ManifestAssets } from '@hansa/runtime/protocol';
import type { ShareFacts } from '../../manifest/facts.ts';
import { sortedSet } from '../../manifest/order.ts';
import { claimOf, dependencyOf } from '../../sharing/claim.ts';
import type { PackageFile } from '../../sharing/packageFiles.ts';
import { packageNameOf } from '../../sharing/packageName.ts';
import type { ContainerPlan } from '../../options/plan.ts';
import type { ChunkGroupLike, ChunkLike, CompilationLike } from '../CompilerLike.ts';
import { federationModules } from '../federationModules.ts';
import type { FederationSourceTypes, PlacedModule } from '../federationModules.ts';
import { consumeIdentity, provideIdentity } from '../shareIdentity.ts';
import { notedRange } from '../writtenRanges.ts';

/** One version of a shared module as the chunk graph shows it. */
export interface BuiltShare {
  readonly shareScope: string;
  readonly shareKey: string;
  readonly version: string;
  /** What its consumers require. */
  readonly ranges: readonly string[];
  /** Where it is consumed. */
  readonly chunks: readonly ChunkLike[];
  /** What loads the module itself; none when it is eager. */
  readonly groups: readonly ChunkGroupLike[];
}

/** Finds providers and consumers. A consumer belongs to the version of the file that it falls back to. */
export function readShares(
  compilation: CompilationLike,
  container: ContainerPlan | undefined,
  sourceTypes: FederationSourceTypes,
): BuiltShare[] {
  const groupsOf = groupReader(compilation, container);
  const versions = new Map<string, string>();
  const shares: BuiltShare[] = [];
  for (const placed of federationModules(compilation, sourceTypes.provide)) {
    const found = provideIdentity(placed.module.identifier());
    // Rspack lists remotes as providers too.
    if (!found) continue;
    const { shareScope, shareKey, version, file } = found;
    // Of what is shared by path, bundlers name the request.
    const source = file.startsWith('.') ? undefined : file;
    versions.set(JSON.stringify([shareScope, shareKey, source]), version);
    const groups = groupsOf(placed);
    shares.push({ shareScope, shareKey, version, ranges: [], chunks: [], groups });
  }
  for (const placed of federationModules(compilation, sourceTypes.consume)) {
    const identifier = placed.module.identifier();
    const found = consumeIdentity(identifier);
    if (!found) continue;
    const { shareScope, shareKey, file } = found;
    const range = notedRange(compilation, identifier) ?? found.range;
    const versionFrom = (source: string | undefined): string | undefined =>
      versions.get(JSON.stringify([shareScope, shareKey, source]));
    const version = versionFrom(file) ?? (file && versionFrom(undefined)) ?? '';
    const groups = groupsOf(placed);
    const { chunks } = placed;
    shares.push({ shareScope, shareKey, version, ranges: [range], chunks, groups });
  }
  return merged(shares);
}

export function shareFacts(
  share: BuiltShare,
  usedIn: (chunks: Iterable<ChunkLike>) => string[],
  assetsOf: (groups: Iterable<ChunkGroupLike>) => ManifestAssets,
  owner: PackageFile,
): ShareFacts {
  const { shareScope, shareKey, version, chunks, groups } = share;
  return {
    shareScope,
    shareKey,
    version,
    requiredVersion: rangeOf(share, owner),
    usedIn: usedIn(chunks),
    assets: assetsOf(groups),
  };
}

/** What the app itself requires, if it is one of those that do. */
function rangeOf({ shareKey, version, ranges }: BuiltShare, owner: PackageFile): string {
  const claim = claimOf(dependencyOf(owner, packageNameOf(shareKey) ?? shareKey) ?? '');
  const own = 'range' in claim ? claim.range : claim.installed + version;
  // A package that imports itself accepts any version; that says nothing about the others.
  const others = sortedSet(ranges).filter((range) => range !== '*');
  return others.find((range) => range === own) ?? others[0] ?? '*';
}

/** Modules that the container does not reach run in another runtime, whose copy of a share can be another file. */
function groupReader(
  { chunkGraph, namedChunks }: CompilationLike,
  container: ContainerPlan | undefined,
): (placed: PlacedModule) => ChunkGroupLike[] {
  const entry = container && namedChunks.get(container.name);
  const own = entry && new Set(entry.getAllReferencedChunks());
  return ({ module, chunks }) => {
    if (own && !chunks.some((chunk) => own.has(chunk))) return [];
    return module.blocks.flatMap((block) => chunkGraph.getBlockChunkGroup(block) ?? []);
  };
}

function merged(shares: readonly BuiltShare[]): BuiltShare[] {
  const byId = new Map<string, BuiltShare>();
  for (const share of shares) {
    const id = JSON.stringify([share.shareScope, share.shareKey, share.version]);
    const known = byId.get(id) ?? { ranges: [], chunks: [], groups: [] };
    byId.set(id, {
      ...share,
      ranges: [...known.ranges, ...share.ranges],
      chunks: [...known.chunks, ...share.chunks],
      groups: [...known.groups, ...share.groups],
    });
  }
  return [...byId.values()];
}
