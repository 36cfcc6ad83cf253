import type { Hook, HookKind, Listener } from './Hook.ts';
import type { RuntimePlugin } from './RuntimePlugin.ts';

/** A group of hooks. A plugin attaches to those whose names it has. */
export class PluginSystem<Lifecycle extends object> {
  readonly lifecycle: Lifecycle;
  /** By name. */
  readonly registerPlugins: Record<string, RuntimePlugin> = Object.create(null);

  constructor(lifecycle: Lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Does nothing for a name that is registered. */
  applyPlugin(plugin: RuntimePlugin): void {
    if (this.registerPlugins[plugin.name]) return;
    this.registerPlugins[plugin.name] = plugin;
    this.forEach(plugin, 'on');
  }

  removePlugin(name: string): void {
    const plugin = this.registerPlugins[name];
    delete this.registerPlugins[name];
    if (plugin) this.forEach(plugin, 'remove');
  }

  private forEach(plugin: object, change: 'on' | 'remove'): void {
    const hooks = this.lifecycle as Record<string, Hook<HookKind, Listener>>;
    for (const name in hooks) hooks[name]![change]((plugin as Record<string, Listener>)[name]!);
  }
}
