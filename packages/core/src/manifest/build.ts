import type { Manifest, ManifestMetaData, Stats, StatsExpose } from '@hansa/runtime/protocol';
import type { ExposePlan, FederationPlan, LibraryPlan } from '../options/plan.ts';
import { noAssets, sortedAssets } from './assets.ts';
import type { ExposeFacts, ManifestFacts } from './facts.ts';
import { sortedSet } from './order.ts';
import { remotesOf } from './remotes.ts';
import { sharesOf } from './shares.ts';

/** Set when the package is built: see `scripts/build.ts`. */
declare const __VERSION__: string;

/** The content of `mf-stats.json`. Equal plans and facts give equal text, in whatever order the facts come. */
export function buildStats(plan: FederationPlan, facts: ManifestFacts): Stats {
  const shared = sharesOf(plan, facts.shares);
  const found = new Map(facts.exposes.map((expose) => [expose.key, expose]));
  const required = new Map<string, string[]>();
  for (const { name, usedIn } of shared) {
    for (const key of usedIn) {
      const names = required.get(key) ?? [];
      names.push(name);
      required.set(key, names);
    }
  }
  return {
    id: plan.name,
    name: plan.name,
    metaData: metaDataOf(plan, facts),
    shared,
    remotes: remotesOf(plan, facts.remotes),
    exposes: (plan.container?.exposes ?? []).map((expose) => ({
      ...exposeOf(plan.name, expose, found.get(expose.key)),
      requires: sortedSet(required.get(expose.key) ?? []),
    })),
  };
}

/** The content of `mf-manifest.json`: the part of the stats that a runtime reads. */
export function manifestOf(stats: Stats): Manifest {
  return {
    ...stats,
    shared: stats.shared.map(({ shareScope, eager, usedIn, usedExports, ...item }) => item),
    remotes: stats.remotes.map(({ consumingFederationContainerName, usedIn, ...item }) => item),
    exposes: stats.exposes.map(({ file, requires, ...item }) => item),
  };
}

function metaDataOf({ name, container }: FederationPlan, facts: ManifestFacts): ManifestMetaData {
  return {
    name,
    type: 'app',
    buildInfo: { buildVersion: facts.buildVersion, buildName: facts.buildName },
    remoteEntry: { name: facts.remoteEntry, path: '', type: container?.library.type ?? 'global' },
    types: { path: '', name: '', zip: '', api: '' },
    globalName: globalNameOf(container?.library.name) ?? name,
    pluginVersion: __VERSION__,
    publicPath: facts.publicPath,
  };
}

/** A library in a namespace (`['my', 'app']`) is no global of its own: consumers get the container's name. */
function globalNameOf(name: LibraryPlan['name']): string | undefined {
  const root = name && typeof name === 'object' && 'root' in name ? name.root : name;
  return typeof root === 'string' ? root : undefined;
}

function exposeOf(
  container: string,
  { key }: ExposePlan,
  found: ExposeFacts | undefined,
): Omit<StatsExpose, 'requires'> {
  const name = key.replace(/^\.\//, '');
  return {
    id: `${container}:${name}`,
    name,
    path: key,
    assets: found ? sortedAssets(found.assets) : noAssets(),
    file: found?.file ?? '',
  };
}
