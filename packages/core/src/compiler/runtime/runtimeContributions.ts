import type { RuntimeConfig } from '@hansa/runtime/protocol';
import { PluginRegistrar } from './PluginRegistrar.ts';
import type { EntrySourcePlan, RemotePlan, RuntimePluginPlan } from '../../options/plan.ts';

/** What one plugin adds to the runtime of a compiler. */
export interface RuntimeContribution {
  /** Name of the instance. @default output.uniqueName */
  name?: string | undefined;
  /** @default 'loaded-first' */
  shareStrategy?: 'version-first' | 'loaded-first' | undefined;
  remotes?: readonly RemotePlan[];
  /** Name of the runtime chunk of a container. */
  container?: string | undefined;
  /** Entries whose graph reaches a share or a remote wait for it. @default false */
  asyncStartup?: boolean;
  runtimePlugins?: readonly RuntimePluginPlan[];
}

/** As what a runtime appears on the page. */
type Identity = Pick<RuntimeContribution, 'name' | 'shareStrategy'>;

/** The first that says something counts. */
function complete(identity: Identity, { name, shareStrategy }: Identity): void {
  if (name) identity.name ||= name;
  if (shareStrategy) identity.shareStrategy ??= shareStrategy;
}

/** The merged contributions to one compiler. */
export class RuntimeContributions {
  readonly remotes: RemotePlan[] = [];
  /** By the name of their runtime chunk. */
  readonly containers: Map<string, Identity> = new Map();
  readonly plugins: PluginRegistrar = new PluginRegistrar();
  asyncStartup = false;
  /** Of containers that say nothing. */
  private readonly first: Identity = {};
  /** Of entries: those without a container come before others. */
  private readonly entries: Identity = {};

  add(contribution: RuntimeContribution): void {
    const { remotes, container, asyncStartup } = contribution;
    complete(this.first, contribution);
    if (container === undefined) complete(this.entries, contribution);
    this.remotes.push(...(remotes ?? []));
    this.asyncStartup ||= asyncStartup ?? false;
    if (container === undefined) return;
    const own = this.containers.get(container) ?? {};
    complete(own, contribution);
    this.containers.set(container, own);
  }

  /** What the runtime of a chunk is told. @param uniqueName stands in where nobody gave a name */
  config(
    chunkName: string | null | undefined,
    uniqueName: string | undefined,
    withRemotes: boolean,
  ): RuntimeConfig {
    const own = this.containers.get(chunkName ?? '') ?? this.entries;
    const { name, shareStrategy } = { ...this.first, ...own };
    return {
      name: name || uniqueName || '',
      shareStrategy: shareStrategy ?? 'loaded-first',
      remotes: withRemotes ? remoteConfigs(this.remotes) : {},
    };
  }
}

function remoteConfigs(remotes: readonly RemotePlan[]): RuntimeConfig['remotes'] {
  const configs: RuntimeConfig['remotes'] = {};
  for (const { alias, sources, shareScope } of remotes) {
    const entries = sources.filter((source): source is EntrySourcePlan => source.kind === 'entry');
    if (!entries.length) continue;
    configs[alias] = {
      sources: entries.map(({ name, entry, type }) => ({ name, entry, type })),
      shareScope: shareScope.length === 1 ? shareScope[0]! : [...shareScope],
    };
  }
  return configs;
}
