import type { ModuleFederation } from '../host.ts';
import type {
  CallFrom,
  LoadRemoteOptions,
  Options,
  Remote,
  RemoteInfo,
  Shared,
  ShareInfos,
  ShareLoadContext,
  UserOptions,
} from '../options.ts';
import type {
  Container,
  ContainerInitOptions,
  InitScope,
  ModuleFactory,
  ShareScope,
  ShareScopeMap,
} from '../protocol/container.ts';
import type { FederationGlobal } from '../protocol/globals.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import type {
  PreloadAssets,
  PreloadOption,
  PreloadRemoteArgs,
  PreloadRemoteResult,
} from '../preloading.ts';
import type { RemoteModule } from '../host.ts';

type Maybe<T> = T | void | undefined;
type Origin = { origin: ModuleFederation };
interface Sync<Args extends unknown[], Returns = void> {
  kind: 'sync';
  listener: (...args: Args) => Maybe<Returns>;
}
interface Async<Args extends unknown[], Returns = void> {
  kind: 'async';
  listener: (...args: Args) => Maybe<Returns> | Promise<Maybe<Returns>>;
}
interface SyncWaterfall<Data extends object> {
  kind: 'syncWaterfall';
  listener: (data: Data) => Maybe<Data>;
}
interface AsyncWaterfall<Data extends object> {
  kind: 'asyncWaterfall';
  listener: (data: Data) => Maybe<Data> | Promise<Maybe<Data>>;
}

/** What a resource is loaded for. */
export interface ResourceContext {
  initiator: 'loadRemote' | 'preloadRemote' | 'loadShare';
  id: string;
  resourceType: 'manifest' | 'remoteEntry' | 'js' | 'css';
  url?: string | undefined;
  expose?: string | undefined;
}

interface InitContainer {
  shareScope: ShareScope;
  initScope: InitScope;
  remoteEntryInitOptions: ContainerInitOptions;
  remoteInfo: RemoteInfo;
}

/** `instance.hooks` */
export interface CoreHooks {
  beforeInit: SyncWaterfall<
    { userOptions: UserOptions; options: Options; shareInfo: ShareInfos } & Origin
  >;
  init: Sync<[{ options: Options } & Origin]>;
  beforeInitContainer: AsyncWaterfall<InitContainer & Origin>;
  initContainer: AsyncWaterfall<
    InitContainer & {
      remoteEntryExports: Container;
      id?: string | undefined;
      remoteSnapshot?: Snapshot | undefined;
    } & Origin
  >;
}

/** A request that found its remote. */
export interface RemoteMatchArgs extends Origin {
  id: string;
  /** The part of the id that named the remote. */
  pkgNameOrAlias: string;
  /** The same, as the plugins of the field's guide call it. */
  pkgName?: string | undefined;
  expose: string;
  remote: Remote;
  options: Options;
  remoteInfo: RemoteInfo;
  remoteSnapshot?: Snapshot | undefined;
}

/** `instance.remoteHandler.hooks` */
export interface RemoteHooks {
  beforeRegisterRemote: SyncWaterfall<{ remote: Remote } & Origin>;
  registerRemote: SyncWaterfall<{ remote: Remote } & Origin>;
  beforeRequest: AsyncWaterfall<{ id: string; options: Options } & Origin>;
  afterMatchRemote: Async<
    [
      {
        id: string;
        options: Options;
        remote?: Remote;
        expose?: string;
        remoteInfo?: RemoteInfo;
        error?: unknown;
      } & Origin,
    ]
  >;
  onLoad: Async<
    [
      {
        id: string;
        expose: string;
        pkgNameOrAlias: string;
        remote: Remote;
        options: { host: ModuleFederation; remoteInfo: RemoteInfo };
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the remote exposes
        exposeModule: any;
        exposeModuleFactory: ModuleFactory | undefined;
        moduleInstance: RemoteModule;
      } & Origin,
    ],
    unknown
  >;
  afterLoadRemote: Async<
    [
      {
        id: string;
        expose?: string | undefined;
        remote?: RemoteInfo | undefined;
        options?: LoadRemoteOptions | undefined;
        error?: unknown;
        recovered?: boolean;
      } & Origin,
    ]
  >;
  /** A truthy answer stands in for what failed: the module, the arguments of `beforeRequest`, the manifest. */
  errorLoadRemote: Async<
    [
      {
        id: string;
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- published plugins read its `message`
        error: any;
        options?: unknown;
        from: CallFrom;
        lifecycle: 'beforeRequest' | 'beforeLoadShare' | 'afterResolve' | 'onLoad';
        remote?: RemoteInfo | undefined;
        expose?: string | undefined;
      } & Origin,
    ],
    unknown
  >;
  handlePreloadModule: Sync<
    [
      {
        id: string;
        name: string;
        remote: Remote;
        remoteSnapshot: Snapshot;
        preloadConfig: PreloadRemoteArgs;
      } & Origin,
    ]
  >;
  beforePreloadRemote: Async<
    [{ preloadOps: PreloadRemoteArgs[]; options: Options } & Origin],
    boolean
  >;
  generatePreloadAssets: Async<
    [
      {
        preloadOptions: PreloadOption;
        remote: Remote;
        remoteInfo: RemoteInfo;
        remoteSnapshot: Snapshot;
        globalSnapshot: GlobalSnapshot;
      } & Origin,
    ],
    PreloadAssets
  >;
  afterPreloadRemote: Async<
    [
      {
        preloadOps: PreloadRemoteArgs[];
        options: Options;
        results: PreloadRemoteResult[];
        error?: unknown;
      } & Origin,
    ],
    boolean
  >;
  /** Loads the entry in place of the runtime. */
  loadEntry: Async<
    [
      {
        loaderHook: ModuleFederation['loaderHook'];
        remoteInfo: RemoteInfo;
        remoteEntryExports?: Container | undefined;
        resourceContext?: ResourceContext | undefined;
      } & Origin,
    ],
    Container
  >;
}

interface ShareEvent {
  pkgName: string;
  shareInfo?: Partial<Shared> | undefined;
  shared: ShareInfos;
  loadContext?: ShareLoadContext | undefined;
}

interface ShareOutcome extends ShareEvent, Origin {
  shareScopeMap: ShareScopeMap;
  lifecycle: 'loadShare' | 'loadShareSync';
}

/** `instance.sharedHandler.hooks` */
export interface ShareHooks {
  beforeRegisterShare: SyncWaterfall<{ pkgName: string; shared: Shared } & Origin>;
  afterRegisterShare: Sync<
    [
      {
        pkgName: string;
        scope: string;
        shared: Shared;
        previousShared?: Shared | undefined;
        registeredShared?: Shared | undefined;
        shareScopeMap: ShareScopeMap;
        trigger: CallFrom | 'container-init';
      } & Origin,
    ]
  >;
  afterResolve: AsyncWaterfall<RemoteMatchArgs>;
  beforeLoadShare: AsyncWaterfall<ShareEvent & Origin>;
  /** Declared by the 2.9 packages, and never emitted. */
  loadShare: Async<[ModuleFederation, string, ShareInfos], false>;
  afterLoadShare: Sync<[ShareOutcome & { selectedShared?: Partial<Shared> | undefined }]>;
  errorLoadShare: Sync<[ShareOutcome & { error?: unknown; recovered?: boolean | undefined }]>;
  /** The choice is overridden by another `resolver`. */
  resolveShare: SyncWaterfall<{
    shareScopeMap: ShareScopeMap;
    scope: string;
    pkgName: string;
    version: string;
    shareInfo: Shared;
    GlobalFederation: FederationGlobal;
    resolver: () => { shared: Shared; useTreesShaking: boolean } | undefined;
    loadContext?: ShareLoadContext | undefined;
  }>;
  initContainerShareScopeMap: SyncWaterfall<
    {
      shareScope: ShareScope;
      options: Options;
      scopeName: string;
      hostShareScopeMap?: ShareScopeMap | undefined;
    } & Origin
  >;
}

interface ManifestEvent extends Origin {
  manifestUrl: string;
  moduleInfo: Remote;
  resourceOptions?: { initiator: ResourceContext['initiator']; id: string } | undefined;
}

/** `instance.snapshotHandler.hooks` */
export interface SnapshotHooks {
  beforeLoadRemoteSnapshot: Async<[{ options: Options; moduleInfo: Remote } & Origin]>;
  loadSnapshot: AsyncWaterfall<{
    options: Options;
    moduleInfo: Remote;
    hostGlobalSnapshot: Snapshot | undefined;
    globalSnapshot: GlobalSnapshot;
    remoteSnapshot?: Snapshot | undefined;
  }>;
  loadRemoteSnapshot: AsyncWaterfall<{
    options: Options;
    moduleInfo: Remote;
    manifestJson?: Manifest | undefined;
    manifestUrl?: string | undefined;
    remoteSnapshot: Snapshot;
    from: 'global' | 'manifest';
  }>;
  afterLoadSnapshot: AsyncWaterfall<{
    id?: string | undefined;
    host: ModuleFederation;
    options: Options;
    moduleInfo: Remote;
    remoteSnapshot: Snapshot;
  }>;
  beforeLoadManifest: Async<[ManifestEvent]>;
  afterLoadManifest: Async<
    [
      ManifestEvent & {
        manifestJson?: Manifest | undefined;
        response?: Response | undefined;
        error?: unknown;
        cached?: boolean;
        recovered?: boolean;
      },
    ]
  >;
}

interface ElementEvent {
  url: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- attributes of any kind
  attrs?: Record<string, any> | undefined;
  /** The remote that the resource belongs to. */
  remoteInfo?: RemoteInfo | undefined;
  resourceContext?: ResourceContext | undefined;
}

interface InitRemote extends Origin {
  id?: string | undefined;
  remoteInfo: RemoteInfo;
  remoteSnapshot?: Snapshot | undefined;
}

interface ExposeEvent extends Origin {
  id: string;
  expose: string;
  moduleInfo: RemoteInfo;
}

/** `instance.loaderHook` */
export interface LoaderHooks {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- not for the public, says 2.9
  getModuleInfo: Sync<[{ target: Record<string, any>; key: any }], { value: any; key: string }>;
  /** The element to use; in Node another `url`. */
  createScript: Sync<
    [ElementEvent],
    HTMLScriptElement | { script?: HTMLScriptElement; timeout?: number } | { url: string }
  >;
  createLink: Sync<[ElementEvent], HTMLLinkElement | { link?: HTMLLinkElement; timeout?: number }>;
  fetch: Async<
    [url: string, init: RequestInit, remoteInfo?: RemoteInfo, resourceContext?: ResourceContext],
    Response | false
  >;
  /** The entry could not be loaded; an answer stands in for it. */
  loadEntryError: Async<
    [
      {
        getRemoteEntry: (params: {
          origin: ModuleFederation;
          remoteInfo: RemoteInfo;
          remoteEntryExports?: Container | undefined;
          getEntryUrl?: (url: string) => string;
        }) => Promise<Container>;
        remoteInfo: RemoteInfo;
        remoteEntryExports?: Container | undefined;
        globalLoading: Record<string, Promise<Container> | undefined>;
        uniqueKey: string;
      } & Origin,
    ],
    Container | (() => Promise<Container>)
  >;
  afterLoadEntry: Async<
    [
      {
        remoteInfo: RemoteInfo;
        remoteEntryExports?: Container | undefined;
        resourceContext?: ResourceContext | undefined;
        cached?: boolean;
        error?: unknown;
        recovered?: boolean;
      } & Origin,
    ]
  >;
  beforeInitRemote: Async<[InitRemote]>;
  afterInitRemote: Async<
    [InitRemote & { remoteEntryExports?: Container; error?: unknown; cached?: boolean }]
  >;
  beforeGetExpose: Async<[ExposeEvent & { remoteEntryExports: Container }]>;
  afterGetExpose: Async<
    [
      ExposeEvent & {
        remoteEntryExports: Container;
        moduleFactory?: ModuleFactory;
        error?: unknown;
      },
    ]
  >;
  beforeExecuteFactory: Async<[ExposeEvent & { loadFactory: boolean }]>;
  afterExecuteFactory: Async<
    [ExposeEvent & { loadFactory: boolean; exposeModule?: unknown; error?: unknown }]
  >;
  getModuleFactory: Async<
    [{ remoteEntryExports: Container; expose: string; moduleInfo: RemoteInfo }],
    ModuleFactory
  >;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- props of any component
type Props = Record<string, any>;
interface BridgeOutcome {
  context: object;
  result?: unknown;
}

/** `instance.bridgeHook`: emitted by the bridges of UI frameworks. */
export interface BridgeHooks {
  beforeBridgeRender: Sync<[props: Props, context?: object], Props>;
  afterBridgeRender: Sync<[props: Props, outcome?: BridgeOutcome], Props>;
  beforeBridgeDestroy: Sync<[props: Props, context?: object], Props>;
  afterBridgeDestroy: Sync<[props: Props, outcome?: BridgeOutcome], Props>;
  afterBridgeRouteSync: Sync<[outcome: BridgeOutcome]>;
}
