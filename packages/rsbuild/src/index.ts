export { createModuleFederationConfig } from '@hansa/core';
export type { ModuleFederationPluginOptions } from '@hansa/core';
export { pluginModuleFederation } from './pluginModuleFederation.ts';
export type { PluginScope } from './pluginScope.ts';
