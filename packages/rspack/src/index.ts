export { createModuleFederationConfig, OptionsError } from '@hansa/core';
export type { ModuleFederationPluginOptions } from '@hansa/core';
export { ModuleFederationPlugin } from './ModuleFederationPlugin.ts';
