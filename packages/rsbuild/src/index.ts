export { createModuleFederationConfig } from '@hansa/core';
export type { ModuleFederationPluginOptions } from '@hansa/core';
export { pluginModuleFederation, type PluginScope } from './pluginModuleFederation.ts';
