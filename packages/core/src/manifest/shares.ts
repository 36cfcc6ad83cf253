import type { StatsShared } from '@hansa/runtime/protocol';
import type { ConsumePlan, FederationPlan, ProvidePlan } from '../options/plan.ts';
import { noAssets, sortedAssets } from './assets.ts';
import type { ShareFacts } from './facts.ts';
import { compareText, sortedSet } from './order.ts';

/** One item per scope, key and version, ordered by them. */
export function sharesOf(plan: FederationPlan, facts: readonly ShareFacts[]): StatsShared[] {
  const configured = plan.manifest && plan.manifest.disableAssetsAnalyze;
  return (configured ? configuredShares(plan) : facts)
    .flatMap((share) => shareItem(plan, share) ?? [])
    .sort(
      (a, b) =>
        compareText(a.name, b.name) ||
        compareText(a.shareScope, b.shareScope) ||
        compareText(a.version, b.version),
    );
}

/** `undefined` for a share of another plugin: it is in the chunk graph, but not in this plan. */
function shareItem(plan: FederationPlan, share: ShareFacts): StatsShared | undefined {
  const consume = findConfig(plan.consumes, share);
  const provide = findConfig(plan.provides, share);
  if (!consume && !provide) return undefined;
  const singleton = provide?.singleton ?? (consume?.singleton || undefined);
  return {
    id: `${plan.name}:${share.shareKey}`,
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

/** The longest key that fits: `react/jsx-runtime` goes before `react/`. */
function findConfig<T extends ConsumePlan | ProvidePlan>(
  items: readonly T[],
  { shareKey: key, shareScope: scope }: Pick<ShareFacts, 'shareKey' | 'shareScope'>,
): T | undefined {
  const fits = (shareKey: string): boolean =>
    shareKey === key || (shareKey.endsWith('/') && key.startsWith(shareKey));
  return items
    .filter(({ shareKey, shareScope }) => shareScope.join('|') === scope && fits(shareKey))
    .sort((a, b) => b.shareKey.length - a.shareKey.length)[0];
}

/** Stands in for the facts where the chunk graph is not read. */
function configuredShares({ consumes, provides }: FederationPlan): ShareFacts[] {
  return consumes.map(({ shareKey, shareScope: scopes, requiredVersion }) => {
    const shareScope = scopes.join('|');
    return {
      shareKey,
      shareScope,
      version: findConfig(provides, { shareKey, shareScope })?.version || '',
      requiredVersion: requiredVersion || '*',
      usedIn: [],
      assets: noAssets(),
    };
  });
}
