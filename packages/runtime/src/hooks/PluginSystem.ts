import type { Hook, HookKind, Listener } from './Hook.ts';
import type { RuntimePlugin } from './RuntimePlugin.ts';

/** A group of hooks. A plugin attaches to those whose names it has. */
export interface PluginSystem<Lifecycle extends object> {
  readonly lifecycle: Lifecycle;
  /** By name. */
  readonly registerPlugins: Record<string, RuntimePlugin>;
  /** Does nothing for a name that is registered. */
  applyPlugin(plugin: RuntimePlugin): void;
  removePlugin(name: string): void;
}

type Lifecycle = Record<string, Hook<HookKind, Listener>>;

export function createPluginSystem(lifecycle: Lifecycle): PluginSystem<Lifecycle> {
  const registerPlugins = Object.create(null) as Record<string, RuntimePlugin>;
  const forEach = (plugin: object, change: 'on' | 'remove'): void => {
    for (const name in lifecycle)
      lifecycle[name]![change]((plugin as Record<string, Listener>)[name]!);
  };
  return {
    lifecycle,
    registerPlugins,
    applyPlugin(plugin) {
      if (registerPlugins[plugin.name]) return;
      registerPlugins[plugin.name] = plugin;
      forEach(plugin, 'on');
    },
    removePlugin(name) {
      const plugin = registerPlugins[name];
      delete registerPlugins[name];
      if (plugin) forEach(plugin, 'remove');
    },
  };
}
