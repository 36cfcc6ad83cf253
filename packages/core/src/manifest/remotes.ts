import type { StatsRemote } from '@hansa/runtime/protocol';
import type { FederationPlan, RemotePlan } from '../options/plan.ts';
import type { RemoteFacts } from './facts.ts';
import { compareText, sortedSet } from './order.ts';

/** One item per imported module, in the order of the option; one with the module `UNKNOWN` for a remote that nothing imports. */
export function remotesOf(plan: FederationPlan, facts: readonly RemoteFacts[]): StatsRemote[] {
  return plan.remotes.flatMap((remote) => {
    const used = facts
      .filter(({ alias }) => alias === remote.alias)
      .map(({ module, usedIn }) => ({ moduleName: module.replace(/^\.\//, ''), usedIn }))
      .sort((a, b) => compareText(a.moduleName, b.moduleName));
    const modules = used.length > 0 ? used : [{ moduleName: 'UNKNOWN', usedIn: [] }];
    return modules.map(({ moduleName, usedIn }) => ({
      ...addressOf(remote),
      moduleName,
      consumingFederationContainerName: plan.name,
      usedIn: sortedSet(usedIn),
    }));
  });
}

/** Several sources are tried in order; the schema has room for the first. */
function addressOf({
  alias,
  sources: [source],
}: RemotePlan): Pick<StatsRemote, 'alias' | 'entry' | 'federationContainerName'> {
  if (source?.kind !== 'entry') return { federationContainerName: alias, alias, entry: '' };
  return { federationContainerName: source.name, alias, entry: source.entry };
}
