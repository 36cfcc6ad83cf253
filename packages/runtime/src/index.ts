import { federationError } from './errors.ts';
import { addGlobalPlugins } from './hooks/plugins.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import type { ModuleFederation as Host } from './host.ts';
import { Instance } from './instance.ts';
import type { UserOptions } from './options.ts';
import { federationGlobal } from './protocol/globals.ts';

export type * from './userTypes.ts';

/** One consumer or provider at run time. */
export type ModuleFederation = Host;
/** Its class, for who makes or extends instances himself. */
export const ModuleFederation: new (options: UserOptions) => Host = Instance;

let current: ModuleFederation | null = null;

/** Makes a new instance; the one that the functions below use stays as it is. */
export function createInstance(options: UserOptions): ModuleFederation {
  return new Instance(options);
}

/**
 * Makes the instance that the functions below use, or adds the options to the one of that name and version, also when
 * another copy of this module made it.
 */
export function init(options: UserOptions): ModuleFederation {
  const { name, version } = options;
  // Builds that nobody extends have instances that take no options.
  const present = getInstance(
    (one) => one.name === name && one.options.version === version && !!one.initOptions,
  );
  if (present) present.initOptions(options);
  return (current = present || new Instance(options));
}

/**
 * The instance that the functions below use, or with a finder the first of the page that it accepts; `null` when there
 * is none.
 */
export function getInstance(
  finder?: (instance: ModuleFederation) => boolean,
): ModuleFederation | null {
  const instances = federationGlobal().__INSTANCES__ as ModuleFederation[];
  return finder ? instances.find(finder) || null : current;
}

/** `loadRemote` of the current instance. @throws RUNTIME-009 before `init`, and what {@link ModuleFederation.loadRemote} throws. */
export const loadRemote: Host['loadRemote'] = /* @__PURE__ */ ofCurrent('loadRemote');

/** `loadShare` of the current instance. @throws RUNTIME-009 before `init`. */
export const loadShare: Host['loadShare'] = /* @__PURE__ */ ofCurrent('loadShare');

/** `loadShareSync` of the current instance. @throws RUNTIME-009 before `init`, RUNTIME-006, RUNTIME-012. */
export const loadShareSync: Host['loadShareSync'] = /* @__PURE__ */ ofCurrent('loadShareSync');

/** `preloadRemote` of the current instance. @throws RUNTIME-009 before `init`, RUNTIME-004, RUNTIME-008. */
export const preloadRemote: Host['preloadRemote'] = /* @__PURE__ */ ofCurrent('preloadRemote');

/** `registerRemotes` of the current instance. @throws RUNTIME-009 before `init`. */
export const registerRemotes: Host['registerRemotes'] =
  /* @__PURE__ */ ofCurrent('registerRemotes');

/** `registerShared` of the current instance. @throws RUNTIME-009 before `init`. */
export const registerShared: Host['registerShared'] = /* @__PURE__ */ ofCurrent('registerShared');

/** `registerPlugins` of the current instance. @throws RUNTIME-009 before `init`. */
export const registerPlugins: Host['registerPlugins'] =
  /* @__PURE__ */ ofCurrent('registerPlugins');

/** Adds plugins to every instance of the page that is made, or registers plugins, from now on; each name once. */
export function registerGlobalPlugins(plugins: RuntimePlugin[]): void {
  addGlobalPlugins(plugins);
}

/** A method of the instance that is the current one when it is called. */
function ofCurrent<Name extends keyof Host>(name: Name): Host[Name] {
  const call = (...args: unknown[]): unknown => {
    if (!current) throw federationError('RUNTIME-009', {});
    return (current[name] as (...args: unknown[]) => unknown)(...args);
  };
  return call as Host[Name];
}
