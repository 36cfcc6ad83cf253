import type { RuntimeConfig } from '@hansa/runtime/protocol';
import { PluginRegistrar } from './PluginRegistrar.ts';
import type { EntrySourcePlan, RemotePlan, RuntimePluginPlan } from '../../options/plan.ts';

/** What one plugin adds to the runtime of a compiler. */
export interface RuntimeContribution {
  /** Name of the instance. @default output.uniqueName */
  name?: string;
  /** @default 'loaded-first' */
  shareStrategy?: 'version-first' | 'loaded-first';
  remotes?: readonly RemotePlan[];
  /** Name of the runtime chunk of a container. */
  container?: string;
  /** Entries whose graph reaches a share or a remote wait for it. @default false */
  asyncStartup?: boolean;
  runtimePlugins?: readonly RuntimePluginPlan[];
}

/** The merged contributions to one compiler. */
export class RuntimeContributions {
  name: string | undefined;
  shareStrategy: 'version-first' | 'loaded-first' | undefined;
  readonly remotes: RemotePlan[] = [];
  readonly containers: Set<string> = new Set();
  readonly plugins: PluginRegistrar = new PluginRegistrar();
  asyncStartup = false;

  add(contribution: RuntimeContribution): void {
    const { name, shareStrategy, remotes, container, asyncStartup } = contribution;
    this.name ||= name;
    this.shareStrategy ??= shareStrategy;
    this.remotes.push(...(remotes ?? []));
    this.asyncStartup ||= asyncStartup ?? false;
    if (container !== undefined) this.containers.add(container);
  }

  /** What the runtime of a chunk is told. @param uniqueName stands in where nobody gave a name */
  config(uniqueName: string | undefined, withRemotes: boolean): RuntimeConfig {
    return {
      name: this.name || uniqueName || '',
      shareStrategy: this.shareStrategy ?? 'loaded-first',
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
