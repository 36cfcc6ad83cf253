import type { ResourceContext } from './hooks/events.ts';
import type { Events, HookGroups } from './hooks/lifecycle.ts';
import type { RuntimePlugin } from './hooks/RuntimePlugin.ts';
import type {
  LoadRemoteOptions,
  LoadShareOptions,
  Options,
  Remote,
  RemoteInfo,
  RemoteInput,
  ShareArgs,
  UserOptions,
} from './options.ts';
import type { PreloadRemoteArgs } from './preloading.ts';
import type {
  Container,
  InitScope,
  ShareScope,
  ShareScopeMap,
  ShareStrategy,
} from './protocol/container.ts';
import type { Manifest } from './protocol/manifest.ts';
import type { Snapshot } from './protocol/snapshot.ts';
import type { ShareState } from './share/provide.ts';

/** One consumer or provider at run time, as plugins and the floors below the instance see it. */
export interface ModuleFederation extends ShareState {
  readonly name: string;
  /** Version of this runtime. */
  readonly version: string;
  options: Options;
  /** By name and by alias. */
  readonly remotes: Map<string, Remote>;
  readonly moduleCache: Map<string, RemoteModule>;
  /** Grows when a remote is let go: requests that were looking for theirs look again. */
  readonly epoch: number;

  /** All hooks, by name. */
  readonly events: Events;
  readonly hooks: HookGroups[0];
  readonly loaderHook: HookGroups[4];
  readonly bridgeHook: HookGroups[5];
  readonly remoteHandler: { hooks: HookGroups[1] };
  readonly sharedHandler: { hooks: HookGroups[2]; shareScopeMap: ShareScopeMap };
  readonly snapshotHandler: { hooks: HookGroups[3]; manifestCache: Map<string, Manifest> };

  /** Adds to the options. @throws RUNTIME-010 when they are of another name */
  initOptions(userOptions: UserOptions): Options;
  /** Those of a name that is registered are passed over. */
  registerPlugins(plugins?: readonly RuntimePlugin[]): void;
  /**
   * Adds remotes. One of a name that is registered is passed over, with a warning in development.
   * @param options.force let go of the registered one, its modules included, and take this one
   */
  registerRemotes(remotes: readonly RemoteInput[], options?: { force?: boolean | undefined }): void;
  /** Provides modules to their share scopes; those with neither `lib` nor `get` are requirements only. */
  registerShared(shared: Record<string, ShareArgs | ShareArgs[]> | undefined): void;
  /**
   * Loads a module of a remote: `name/expose`, `alias/expose`, or `name` for the expose `.`.
   * @throws RUNTIME-004 when no remote matches, RUNTIME-014 when the remote has no such expose,
   * and what loading its entry throws (RUNTIME-001, 002, 003, 007, 008, 011, 013, 015, MANIFEST_NAME_MISMATCH,
   * NAME_COLLISION, ENTRY_URL_REFUSED, NAME_REFUSED).
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a remote exposes is known to who asks for it
  loadRemote<T = any>(id: string, options?: LoadRemoteOptions): Promise<T | null>;
  /**
   * Fetches the files of exposes before they are needed.
   * @throws RUNTIME-004 for an unknown remote, RUNTIME-008 with the `results` of every file when one failed
   */
  preloadRemote(args: PreloadRemoteArgs[]): Promise<void>;
  /**
   * Loads a shared module.
   * @returns the factory, or `false` when no provided version will do and there is no copy to fall back to.
   * @throws SHARE-001 when it is a strict singleton and no version satisfies, SHARE-002 when all providers failed
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- without a type the answer is called unseen
  loadShare(key: string, options?: LoadShareOptions): Promise<any>;
  loadShare<T>(key: string, options?: LoadShareOptions): Promise<false | (() => T)>;
  /** @throws RUNTIME-006 when it cannot be there at once, and what {@link loadShare} throws or answers with `false` */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  loadShareSync<T = any>(key: string, options?: LoadShareOptions): () => T;
  /**
   * Makes a share scope, with what the remotes provide to it where the strategy is `version-first`; one that is down
   * is left out.
   * @param options.strategy for this time. @default that of the instance
   * @returns what to wait for
   */
  initializeSharing(scope?: string, options?: { strategy?: ShareStrategy }): Promise<void>[];
  /** Takes over a share scope: that of a host, when this instance is a remote. */
  initShareScopeMap(
    scopeName: string,
    shareScope: ShareScope,
    options?: { hostShareScopeMap?: ShareScopeMap | undefined },
  ): void;
  /** Uses a container that is there already as the remote of that name. */
  initRawContainer(name: string, entry: string, container: Container): RemoteModule;
  /**
   * Lets go of a remote, by name or alias: its container, modules and styles are dropped, the shares that nobody else
   * uses are released, and it is registered no more. Does nothing for a name that is not registered. Platforms keep ES
   * modules for as long as the page or process lives: of a remote of the type `module` the code stays in memory. Modules of
   * it that somebody still holds can load no further files, unless another instance uses the remote.
   */
  unload(name: string): void;
  /** Makes the next load of a remote, which stays registered, a new one. */
  forget(remote: Remote): void;
  /** For the glue of bundlers: told of every remote that is let go. */
  whenForgotten(listener: (remote: Remote) => void): void;
}

/** One remote of one instance. */
export interface RemoteModule {
  readonly remoteInfo: RemoteInfo;
  readonly host: ModuleFederation;
  remoteEntryExports?: Container | undefined;
  /** The container, once a module was asked of it. */
  lib?: Container | undefined;
  inited: boolean;
  /**
   * Loads the container.
   * @throws RUNTIME-001, 002, 003, 008, 011, 013, MANIFEST_NAME_MISMATCH, NAME_COLLISION, ENTRY_URL_REFUSED, NAME_REFUSED
   */
  getEntry(expose?: string, context?: ResourceContext): Promise<Container>;
  /**
   * Hands the share scopes to the container, once. A failure is forgotten.
   * @throws RUNTIME-002 when it is no container, RUNTIME-015 when its `init` throws.
   */
  init(
    id?: string,
    remoteSnapshot?: Snapshot,
    initScope?: InitScope,
    expose?: string,
  ): Promise<Container>;
  /**
   * Asks the container for a module. Resolves with it, or with `loadFactory: false` with the factory that yields it.
   * @throws RUNTIME-014 when it has no such expose, RUNTIME-008 when a file of it cannot be loaded.
   */
  get(
    id: string,
    expose: string,
    options?: LoadRemoteOptions & { getScope?: unknown[] | undefined },
    remoteSnapshot?: Snapshot,
  ): Promise<unknown>;
}
