import type { ModuleFederationPluginOptions } from './types.ts';

/** Gives an options object its type, for a config file that keeps it apart from the plugin. */
export function createModuleFederationConfig(
  options: ModuleFederationPluginOptions,
): ModuleFederationPluginOptions {
  return options;
}
