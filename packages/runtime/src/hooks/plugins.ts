import type { ModuleFederation } from '../host.ts';
import { federationGlobal } from '../protocol/globals.ts';
import type { RuntimePlugin } from './RuntimePlugin.ts';

/** Attaches plugins, and those of the page, to the hooks of an instance; each name once. */
export function applyPlugins(instance: ModuleFederation, plugins: readonly RuntimePlugin[]): void {
  const { hooks, loaderHook, bridgeHook } = instance;
  const { remoteHandler, sharedHandler, snapshotHandler, options } = instance;
  const handlers = [remoteHandler, sharedHandler, snapshotHandler];
  const systems = [hooks, loaderHook, bridgeHook, ...handlers.map((handler) => handler.hooks)];
  for (const plugin of plugins.concat(federationGlobal().__GLOBAL_PLUGIN__ as RuntimePlugin[])) {
    if (!plugin || hooks.registerPlugins[plugin.name]) continue;
    options.plugins.push(plugin);
    const { name, version, apply } = plugin;
    const own = apply && apply.call(plugin, instance);
    const listeners = own ? Object.assign({}, own, { name, version }) : plugin;
    for (const system of systems) system.applyPlugin(listeners as RuntimePlugin);
  }
}

/** Adds plugins to all instances that are made, or register plugins, from now on; each name once. */
export function addGlobalPlugins(plugins: readonly RuntimePlugin[]): void {
  const all = federationGlobal().__GLOBAL_PLUGIN__ as RuntimePlugin[];
  for (const plugin of plugins) {
    if (!all.some(({ name }) => name === plugin.name)) all.push(plugin);
  }
}
