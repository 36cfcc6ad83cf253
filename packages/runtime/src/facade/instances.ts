/** What hands out instances, on which plugins may be registered, or registers plugins itself. */
import type * as door from '../index.ts';
import { addGlobalPlugins } from '../hooks/plugins.ts';
import { federationGlobal } from '../protocol/globals.ts';
import { current, federation } from './current.ts';

type Door = typeof door;
type Instance = door.ModuleFederation;

declare const __webpack_modules__: unknown;

const withPlugins = (): Instance => {
  // Marks the chunks that contain this module, for the build plugin.
  void __webpack_modules__;
  return current();
};

export const getInstance: Door['getInstance'] = (finder) =>
  finder ? (federationGlobal().__INSTANCES__ as Instance[]).find(finder) || null : withPlugins();
export const createInstance: Door['createInstance'] = (options) =>
  new (withPlugins().constructor as Door['ModuleFederation'])(options);
/** Its `new`; of which class it is, is known when the page runs. */
export const ModuleFederation = function (options: Parameters<Door['createInstance']>[0]) {
  return createInstance(options);
} as unknown as Door['ModuleFederation'];
export const init: Door['init'] = (options) => {
  const { name, version } = options;
  const place = federation();
  const own = place.instance!;
  const known = (one: Instance): boolean =>
    one.name === name && one.options.version === version && !!one.initOptions;
  const present = own.name === name ? own : getInstance(known);
  if (present) present.initOptions(options);
  const instance = present || createInstance(options);
  place.other = instance === own ? undefined : instance;
  return instance;
};
export const registerPlugins: Door['registerPlugins'] = (plugins) =>
  withPlugins().registerPlugins(plugins);
export const registerGlobalPlugins: Door['registerGlobalPlugins'] = (plugins) =>
  addGlobalPlugins(plugins);
