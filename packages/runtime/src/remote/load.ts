import { type ErrorFields, federationError, isFederationError } from '../errors.ts';
import type { LoadFailure } from '../load/failure.ts';
import { isContainer } from '../load/source.ts';
import type {
  Container,
  ContainerInitOptions,
  InitScope,
  ModuleFactory,
  ShareScope,
} from '../protocol/container.ts';
import { scopeOf, type ShareState, toList } from '../share/provide.ts';
import { loadContainer } from './entry.ts';
import type { UsedRemote } from '../protocol/globals.ts';
import type { RegisteredRemote } from './resolve.ts';

/** What errors and containers are told of a remote. */
interface RemoteIdentity {
  name: string;
  shareScope: string | string[];
}

interface KnownRemote extends RemoteIdentity {
  entry?: string;
  /** In development, what its manifest lists. */
  exposes?: readonly string[] | undefined;
}

/** The part of an instance that remotes need. */
export interface RemoteState extends ShareState {
  /** By name and by alias. */
  readonly remotes: Map<string, RegisteredRemote>;
  /** Containers this instance has initialised, or is about to. */
  readonly inits: WeakMap<Container, Promise<unknown>>;
  /** Those that it uses, by name. */
  readonly moduleCache: Map<string, UsedRemote>;
}

/** Loads, initialises and asks a remote for an expose. */
export async function loadExpose(
  state: RemoteState,
  remote: RegisteredRemote,
  expose: string,
  getScope?: unknown[],
): Promise<ModuleFactory> {
  const container = await loadContainer(remote.sources);
  await initContainer(state, remote, container);
  return getExpose(remote, container, expose, getScope);
}

/**
 * Hands the share scopes to a container, once. A failure is forgotten.
 * @throws RUNTIME-002 when it is no container, RUNTIME-015 when its `init` throws.
 */
export function initContainer(
  state: RemoteState,
  remote: RemoteIdentity,
  container: Container,
  initScope: InitScope = [],
): Promise<unknown> {
  if (!isContainer(container)) {
    return Promise.reject(federationError('RUNTIME-002', { remote: remote.name }));
  }
  let init = state.inits.get(container);
  if (!init) {
    const { shareScope, options } = initArguments(state, remote);
    init = callInit(remote, container, [shareScope, initScope, options]).catch((error: unknown) => {
      state.inits.delete(container);
      throw error;
    });
    state.inits.set(container, init);
    state.moduleCache.set(remote.name, { remoteInfo: remote });
  }
  return init;
}

/** What the `init` of a container is handed. */
export function initArguments(
  { shareScopeMap }: ShareState,
  { shareScope, version }: RemoteIdentity & { version?: string | undefined },
): { shareScope: ShareScope; options: ContainerInitOptions } {
  const scopes = toList(shareScope).map((name) => scopeOf(shareScopeMap, name));
  const options: ContainerInitOptions = { version: version || '', shareScopeKeys: shareScope };
  // Not enumerable: 2.x containers copy the options onto their instance.
  Object.defineProperty(options, 'shareScopeMap', { value: shareScopeMap });
  return { shareScope: scopes[0]!, options };
}

/** @throws RUNTIME-015 when it throws. */
export async function callInit(
  remote: RemoteIdentity,
  container: Container,
  args: Parameters<Container['init']>,
): Promise<unknown> {
  try {
    return await container.init(...args);
  } catch (error) {
    throw federationError('RUNTIME-015', { remote: remote.name, phase: 'init' }, error);
  }
}

/** @throws RUNTIME-014 when the container has no such expose, RUNTIME-008 when a file of it cannot be loaded. */
export async function getExpose(
  remote: KnownRemote,
  container: Container,
  expose: string,
  getScope?: unknown[],
): Promise<ModuleFactory> {
  const about: ErrorFields = { remote: remote.name, module: expose, url: remote.entry || '' };
  if (__DEV__) Object.assign(about, listed(remote, expose));
  let factory: ModuleFactory | undefined;
  try {
    factory = await container.get(expose, getScope);
  } catch (error) {
    // In production containers of our own do not say what they expose.
    if (isFederationError(error) && !(__DEV__ && about.detail)) throw error;
    // The words of webpack's own containers and those of 2.x.
    const missing = String(error).includes('exist in container');
    if (!missing) {
      about.phase = 'chunk';
      about.url = (error as ChunkFailure).request || about.url!;
      // Only our own loaders tell: those of Node.
      if (__PLUGINS__) Object.assign(about, reasonOf(error as ChunkFailure));
    }
    throw federationError(missing ? 'RUNTIME-014' : 'RUNTIME-008', about, error);
  }
  if (!factory) throw federationError('RUNTIME-014', about);
  return factory;
}

/** What bundlers throw for a chunk, or our own loader in Node. */
type ChunkFailure = LoadFailure & { request?: string };

function reasonOf({ reason, status }: ChunkFailure): object | undefined {
  return reason && { reason, status };
}

/** What to ask for in place of an expose that is not there. */
function listed({ exposes }: KnownRemote, expose: string): Pick<ErrorFields, 'detail'> {
  return exposes && !exposes.includes(expose) ? { detail: 'it exposes ' + exposes.join(', ') } : {};
}
