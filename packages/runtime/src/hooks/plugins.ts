import type { ModuleFederation } from '../host.ts';
import type { HookGroups } from './lifecycle.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { RuntimePlugin } from './RuntimePlugin.ts';

/** Attaches plugins, and those of the page, to the hooks of an instance; each name once. */
export function applyPlugins(
  instance: ModuleFederation,
  groups: HookGroups,
  plugins: readonly RuntimePlugin[],
): void {
  for (const plugin of plugins.concat(federationGlobal().__GLOBAL_PLUGIN__ as RuntimePlugin[])) {
    if (!plugin || instance.hooks.registerPlugins[plugin.name]) continue;
    instance.options.plugins.push(plugin);
    const { name, version, apply } = plugin;
    const own = apply && apply.call(plugin, instance);
    const listeners = own ? Object.assign({}, own, { name, version }) : plugin;
    for (const group of groups) group.applyPlugin(listeners as RuntimePlugin);
  }
}

/** Adds plugins to all instances that are made, or register plugins, from now on; each name once. */
export function addGlobalPlugins(plugins: readonly RuntimePlugin[]): void {
  const all = federationGlobal().__GLOBAL_PLUGIN__ as RuntimePlugin[];
  for (const plugin of plugins) {
    if (!all.some((one) => one.name === plugin.name)) all.push(plugin);
  }
}
