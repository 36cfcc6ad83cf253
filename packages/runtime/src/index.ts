import { federationError } from './errors.ts';
import { federationGlobal, type InstanceLike } from './protocol/globals.ts';
import {
  type LoadRemoteOptions,
  type LoadShareOptions,
  ModuleFederation,
  type Remote,
  type ShareArgs,
  type UserOptions,
} from './instance.ts';

export { ModuleFederation } from './instance.ts';
export type {
  LoadRemoteOptions,
  LoadShareOptions,
  Remote,
  ShareArgs,
  UserOptions,
} from './instance.ts';
export type { ErrorCode, ErrorFields, FederationError } from './errors.ts';

let current: ModuleFederation | null = null;

/** Makes a new instance; the one that the functions below use stays as it is. */
export function createInstance(options: UserOptions): ModuleFederation {
  return new ModuleFederation(options);
}

/**
 * Makes the instance that the functions below use, or adds remotes and shares to the one of that name and version, also
 * when another copy of this module made it.
 */
export function init(options: UserOptions): ModuleFederation {
  const { name, version } = options;
  const same = (one: InstanceLike): boolean => one.name === name && one.options.version === version;
  const present = findInstance(same);
  current = present || new ModuleFederation(options);
  if (present) {
    present.registerRemotes(options.remotes || []);
    present.registerShared(options.shared || {});
  }
  return current;
}

/**
 * The instance that the functions below use, or with a finder the first of the page that it accepts; `null` when there
 * is none.
 */
export function getInstance(
  finder?: (instance: ModuleFederation) => boolean,
): ModuleFederation | null {
  return finder ? findInstance(finder as (instance: InstanceLike) => boolean) : current;
}

function findInstance(finder: (instance: InstanceLike) => boolean): ModuleFederation | null {
  return (federationGlobal().__INSTANCES__.find(finder) as ModuleFederation | undefined) || null;
}

/** `loadRemote` of the current instance. @throws RUNTIME-009 before `init`, and what {@link ModuleFederation.loadRemote} throws. */
export function loadRemote<T>(id: string, options?: LoadRemoteOptions): Promise<T> {
  return instance().loadRemote<T>(id, options);
}

/** `loadShare` of the current instance. @throws RUNTIME-009 before `init`. */
export function loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)> {
  return instance().loadShare<T>(key, options);
}

/** `loadShareSync` of the current instance. @throws RUNTIME-009 before `init`, RUNTIME-006, RUNTIME-012. */
export function loadShareSync<T>(key: string, options?: LoadShareOptions): () => T {
  return instance().loadShareSync<T>(key, options);
}

/** `registerRemotes` of the current instance. @throws RUNTIME-009 before `init`. */
export function registerRemotes(remotes: readonly Remote[]): void {
  instance().registerRemotes(remotes);
}

/** `registerShared` of the current instance. @throws RUNTIME-009 before `init`. */
export function registerShared(shared: Record<string, ShareArgs | ShareArgs[]>): void {
  instance().registerShared(shared);
}

function instance(): ModuleFederation {
  if (!current) throw federationError('RUNTIME-009', {});
  return current;
}
