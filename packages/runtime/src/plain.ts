/**
 * The door for pages without runtime plugins: all of `index.ts` but those and their hooks, for a quarter less. Plugins
 * that are given nevertheless are refused with PLUGINS_REFUSED; those that others register for all instances of the
 * page are not told of this one.
 */
export type * from './userTypes.ts';
export {
  ModuleFederation,
  createInstance,
  getInstance,
  init,
  loadRemote,
  loadShare,
  loadShareSync,
  preloadRemote,
  registerRemotes,
  registerShared,
} from './index.ts';
