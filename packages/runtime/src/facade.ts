/**
 * What `import … from '@hansa/runtime'` resolves to in a federated build: no runtime of its own, only the way to the
 * one that the bundler put into the page. CommonJS, so that it is never merged into another module and can be found.
 */
import type { WebpackRequire } from './bundler/require.ts';
import type * as door from './index.ts';
import type { LoadShareOptions } from './options.ts';
import { addGlobalPlugins } from './hooks/plugins.ts';
import { federationGlobal } from './protocol/globals.ts';

type Door = typeof door;
type Instance = door.ModuleFederation;

declare const __webpack_require__: WebpackRequire;
declare const __webpack_runtime_id__: unknown;

/** Made by `init` under another name than the build's. */
let other: Instance | undefined;

/** Reading the runtime id marks the chunks that contain this module for the build plugin. */
const current = (): Instance => {
  void __webpack_runtime_id__;
  return other || __webpack_require__.federation.instance!;
};

export const getInstance: Door['getInstance'] = (finder) =>
  finder ? (federationGlobal().__INSTANCES__ as Instance[]).find(finder) || null : current();
export const createInstance: Door['createInstance'] = (options) =>
  new (current().constructor as Door['ModuleFederation'])(options);
export const init: Door['init'] = (options) => {
  const { name, version } = options;
  const own = __webpack_require__.federation.instance!;
  const known = (one: Instance): boolean => one.name === name && one.options.version === version;
  const present = own.name === name ? own : getInstance(known);
  if (present) present.initOptions(options);
  const instance = present || createInstance(options);
  other = instance === own ? undefined : instance;
  return instance;
};
export const loadRemote: Door['loadRemote'] = (id, options) => current().loadRemote(id, options);
export const loadShare: Door['loadShare'] = (key: string, options?: LoadShareOptions) =>
  current().loadShare(key, options);
export const loadShareSync: Door['loadShareSync'] = (key, options) =>
  current().loadShareSync(key, options);
export const preloadRemote: Door['preloadRemote'] = (args) => current().preloadRemote(args);
export const registerRemotes: Door['registerRemotes'] = (remotes, options) =>
  current().registerRemotes(remotes, options);
export const registerShared: Door['registerShared'] = (shared) => current().registerShared(shared);
export const registerPlugins: Door['registerPlugins'] = (plugins) =>
  current().registerPlugins(plugins);
export const registerGlobalPlugins: Door['registerGlobalPlugins'] = (plugins) =>
  addGlobalPlugins(plugins);
