import { federationError } from './errors.ts';
import { addGlobalPlugins } from './hooks/plugins.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import type { ModuleFederation as Host } from './host.ts';
import { Instance } from './instance.ts';
import type {
  LoadRemoteOptions,
  LoadShareOptions,
  RemoteInput,
  ShareArgs,
  UserOptions,
} from './options.ts';
import { federationGlobal } from './protocol/globals.ts';
import type { PreloadRemoteArgs } from './preloading.ts';

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
  const present = getInstance((one) => one.name === name && one.options.version === version);
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
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a remote exposes is known to who asks for it
export function loadRemote<T = any>(id: string, options?: LoadRemoteOptions): Promise<T | null> {
  return instance().loadRemote<T>(id, options);
}

/** `loadShare` of the current instance. @throws RUNTIME-009 before `init`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- without a type the answer is called unseen
export function loadShare(key: string, options?: LoadShareOptions): Promise<any>;
export function loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)>;
export function loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)> {
  return instance().loadShare<T>(key, options);
}

/** `loadShareSync` of the current instance. @throws RUNTIME-009 before `init`, RUNTIME-006, RUNTIME-012. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export function loadShareSync<T = any>(key: string, options?: LoadShareOptions): () => T {
  return instance().loadShareSync<T>(key, options);
}

/** `preloadRemote` of the current instance. @throws RUNTIME-009 before `init`, RUNTIME-004, RUNTIME-008. */
export function preloadRemote(args: PreloadRemoteArgs[]): Promise<void> {
  return instance().preloadRemote(args);
}

/** `registerRemotes` of the current instance. @throws RUNTIME-009 before `init`. */
export function registerRemotes(
  remotes: readonly RemoteInput[],
  options?: { force?: boolean | undefined },
): void {
  instance().registerRemotes(remotes, options);
}

/** `registerShared` of the current instance. @throws RUNTIME-009 before `init`. */
export function registerShared(shared: Record<string, ShareArgs | ShareArgs[]>): void {
  instance().registerShared(shared);
}

/** `registerPlugins` of the current instance. @throws RUNTIME-009 before `init`. */
export function registerPlugins(plugins: RuntimePlugin[]): void {
  instance().registerPlugins(plugins);
}

/** Adds plugins to every instance of the page that is made, or registers plugins, from now on; each name once. */
export function registerGlobalPlugins(plugins: RuntimePlugin[]): void {
  addGlobalPlugins(plugins);
}

function instance(): ModuleFederation {
  if (!current) throw federationError('RUNTIME-009', {});
  return current;
}
