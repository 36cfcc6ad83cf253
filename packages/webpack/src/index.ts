export { createModuleFederationConfig, OptionsError } from '@hansa/core';
export type {
  ConsumeSharedPluginOptions,
  ContainerPluginOptions,
  ContainerReferencePluginOptions,
  ModuleFederationPluginOptions,
  ProvideSharedPluginOptions,
  SharePluginOptions,
} from '@hansa/core';
export { ContainerPlugin } from './container/ContainerPlugin.ts';
export { ModuleFederationPlugin } from './ModuleFederationPlugin.ts';
export { ContainerReferencePlugin } from './remotes/ContainerReferencePlugin.ts';
export { ConsumeSharedPlugin } from './sharing/ConsumeSharedPlugin.ts';
export { ProvideSharedPlugin } from './sharing/ProvideSharedPlugin.ts';
export { SharePlugin } from './sharing/SharePlugin.ts';
