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
    this.forEach(plugin, (hook, listener) => hook.on(listener));
  }

  removePlugin(name: string): void {
    const plugin = this.registerPlugins[name];
    if (!plugin) return;
    delete this.registerPlugins[name];
    this.forEach(plugin, (hook, listener) => hook.remove(listener));
  }

  private forEach(
    plugin: RuntimePlugin,
    visit: (hook: Hook<HookKind, Listener>, listener: Listener) => void,
  ): void {
    const hooks = this.lifecycle as Record<string, Hook<HookKind, Listener>>;
    const listeners = plugin as unknown as Record<string, Listener | undefined>;
    for (const name of Object.keys(hooks)) {
      const listener = listeners[name];
      if (listener) visit(hooks[name]!, listener);
    }
  }
}
