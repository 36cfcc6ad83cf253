import type { StatsShared } from '@hansa/runtime/protocol';
import type { ConsumePlan, FederationPlan, ProvidePlan } from '../options/plan.ts';
import { noAssets, sortedAssets } from './assets.ts';
import type { ShareFacts } from './facts.ts';
import { compareText, sortedSet } from './order.ts';

/** One item per scope, key and version, ordered by them. */
export function sharesOf(plan: FederationPlan, facts: readonly ShareFacts[]): StatsShared[] {
  const configured = plan.manifest && plan.manifest.disableAssetsAnalyze;
  const consumeOf = configFinder(plan.consumes);
  const provideOf = configFinder(plan.provides);
  return (configured ? configuredShares(plan, provideOf) : facts)
    .flatMap((share) => shareItem(plan.name, share, consumeOf(share), provideOf(share)) ?? [])
    .sort(
      (a, b) =>
        compareText(a.name, b.name) ||
        compareText(a.shareScope, b.shareScope) ||
        compareText(a.version, b.version),
    );
}

/** `undefined` for a share of another plugin: it is in the chunk graph, but not in this plan. */
function shareItem(
  container: string,
  share: ShareFacts,
  consume: ConsumePlan | undefined,
  provide: ProvidePlan | undefined,
): StatsShared | undefined {
  if (!consume && !provide) return undefined;
  const singleton = provide?.singleton ?? (consume?.singleton || undefined);
  return {
    id: `${container}:${share.shareKey}`,
    name: share.shareKey,
    version: share.version,
    ...(singleton === undefined ? {} : { singleton }),
    requiredVersion: share.requiredVersion,
    assets: sortedAssets(share.assets),
    fallback: '',
    shareScope: share.shareScope,
    eager: consume?.eager ?? provide?.eager ?? false,
    usedIn: sortedSet(share.usedIn),
    usedExports: [],
  };
}

type FindConfig<T> = (share: Pick<ShareFacts, 'shareKey' | 'shareScope'>) => T | undefined;

/** The longest key that fits: `react/jsx-runtime` goes before `react/`. */
function configFinder<T extends ConsumePlan | ProvidePlan>(items: readonly T[]): FindConfig<T> {
  const idOf = (shareKey: string, shareScope: string): string => `${shareScope}\n${shareKey}`;
  const byId = new Map<string, T>();
  for (const item of items) {
    const id = idOf(item.shareKey, item.shareScope.join('|'));
    if (!byId.has(id)) byId.set(id, item);
  }
  const prefixes = items
    .filter(({ shareKey }) => shareKey.endsWith('/'))
    .sort((a, b) => b.shareKey.length - a.shareKey.length);
  return ({ shareKey: key, shareScope: scope }) =>
    byId.get(idOf(key, scope)) ??
    prefixes.find(
      ({ shareKey, shareScope }) => shareScope.join('|') === scope && key.startsWith(shareKey),
    );
}

/** Stands in for the facts where the chunk graph is not read. */
function configuredShares(
  { consumes }: FederationPlan,
  provideOf: FindConfig<ProvidePlan>,
): ShareFacts[] {
  return consumes.map(({ shareKey, shareScope: scopes, requiredVersion }) => {
    const shareScope = scopes.join('|');
    return {
      shareKey,
      shareScope,
      version: provideOf({ shareKey, shareScope })?.version || '',
      requiredVersion: requiredVersion || '*',
      usedIn: [],
      assets: noAssets(),
    };
  });
}
