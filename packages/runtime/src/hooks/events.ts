import type { ModuleFederation } from '../host.ts';
import type { RemoteModule } from '../host.ts';
import type {
  CallFrom,
  LoadRemoteOptions,
  Options,
  Remote,
  RemoteInfo,
  ShareInfos,
  UserOptions,
} from '../options.ts';
import type {
  PreloadAssets,
  PreloadOption,
  PreloadRemoteArgs,
  PreloadRemoteResult,
} from '../preloading.ts';
import type {
  Container,
  ContainerInitOptions,
  InitScope,
  ModuleFactory,
  ShareScope,
} from '../protocol/container.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import type { Async, AsyncWaterfall, Origin, Sync, SyncWaterfall } from './kinds.ts';

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

export interface ErrorLoadRemote extends Origin {
  id: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- published plugins read its `message`
  error: any;
  options?: unknown;
  from: CallFrom;
  lifecycle: 'beforeRequest' | 'beforeLoadShare' | 'afterResolve' | 'onLoad';
  remote?: RemoteInfo | undefined;
  expose?: string | undefined;
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
  errorLoadRemote: Async<[ErrorLoadRemote], unknown>;
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
