import { federationError, isFederationError } from '../errors.ts';
import type {
  Container,
  ContainerInitOptions,
  InitScope,
  ModuleFactory,
} from '../protocol/container.ts';
import { scopeOf, type ShareState, toList } from '../share/provide.ts';
import { isContainer, loadContainer } from './entry.ts';
import type { RemoteInfo } from './resolve.ts';

/** The part of an instance that remotes need. */
export interface RemoteState extends ShareState {
  /** By name and by alias. */
  readonly remotes: Map<string, RemoteInfo>;
  /** Containers this instance has initialised, or is about to. */
  readonly inits: WeakMap<Container, Promise<unknown>>;
}

/** Loads, initialises and asks a remote for an expose. */
export async function loadExpose(
  state: RemoteState,
  remote: RemoteInfo,
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
  remote: RemoteInfo,
  container: Container,
  initScope: InitScope = [],
): Promise<unknown> {
  if (!isContainer(container)) {
    return Promise.reject(federationError('RUNTIME-002', { remote: remote.name }));
  }
  let init = state.inits.get(container);
  if (!init) {
    init = callInit(state, remote, container, initScope).catch((error: unknown) => {
      state.inits.delete(container);
      throw federationError('RUNTIME-015', { remote: remote.name }, error);
    });
    state.inits.set(container, init);
  }
  return init;
}

async function callInit(
  state: RemoteState,
  remote: RemoteInfo,
  container: Container,
  initScope: InitScope,
): Promise<unknown> {
  const { shareScope } = remote;
  const scopes = toList(shareScope).map((name) => scopeOf(state.shareScopeMap, name));
  const options: ContainerInitOptions = { version: '', shareScopeKeys: shareScope };
  // Not enumerable: 2.x containers copy the options onto their instance.
  Object.defineProperty(options, 'shareScopeMap', { value: state.shareScopeMap });
  return container.init(scopes[0]!, initScope, options);
}

/** @throws RUNTIME-014 when the container has no such expose, RUNTIME-008 when a file of it cannot be loaded. */
export async function getExpose(
  remote: RemoteInfo,
  container: Container,
  expose: string,
  getScope?: unknown[],
): Promise<ModuleFactory> {
  const source = remote.sources[0];
  const about = { remote: remote.name, module: expose, url: source ? source.entry : '' };
  let factory: ModuleFactory | undefined;
  try {
    factory = await container.get(expose, getScope);
  } catch (error) {
    if (isFederationError(error)) throw error;
    // The words of webpack's own containers and those of 2.x.
    const missing = String(error).includes('does not exist in container');
    throw federationError(missing ? 'RUNTIME-014' : 'RUNTIME-008', about, error);
  }
  if (!factory) throw federationError('RUNTIME-014', about);
  return factory;
}
