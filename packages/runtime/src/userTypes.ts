/** The types of the door, under the names that `@module-federation/runtime` and its `/types` of 2.9 have. No code. */
import type { ResourceContext } from './hooks/events.ts';
import type { Options, RemoteCommon, ShareLoadContext } from './options.ts';
import type { ShareScopeMap } from './protocol/container.ts';
import type {
  PreloadAssetResult,
  PreloadAssets,
  PreloadOption,
  PreloadRemoteArgs,
} from './preloading.ts';

export type { ErrorCode, ErrorFields, FederationError } from './errors.ts';
export type {
  RuntimePlugin,
  RuntimePlugin as FederationRuntimePlugin,
  RuntimePlugin as ModuleFederationRuntimePlugin,
  RuntimePluginHooks,
} from './hooks/RuntimePlugin.ts';
export type {
  CallFrom,
  LoadRemoteOptions,
  LoadShareOptions,
  LoadShareOptions as LoadShareExtraOptions,
  Options,
  Remote,
  RemoteCommon as RemoteInfoCommon,
  RemoteEntryType,
  RemoteInfo,
  RemoteInput,
  RemoteWithEntry,
  RemoteWithVersion,
  ShareArgs,
  Shared,
  SharedGetter,
  ShareInfos,
  ShareLoadContext as SharedLoadContext,
  UserOptions,
} from './options.ts';
export type {
  Container as RemoteEntryExports,
  ContainerInitOptions as RemoteEntryInitOptions,
  InitScope,
  ShareConfig,
  ShareConfig as SharedConfig,
  ShareScopeMap,
  ShareStrategy,
} from './protocol/container.ts';
export type { FederationGlobal as Federation } from './protocol/globals.ts';
export type {
  GlobalSnapshot as GlobalModuleInfo,
  Snapshot as ModuleInfo,
} from './protocol/snapshot.ts';
export type {
  PreloadAssetResult,
  PreloadAssets,
  PreloadRemoteArgs,
  PreloadRemoteArgs as PreloadConfig,
  PreloadRemoteError,
  PreloadRemoteResult,
} from './preloading.ts';

export type HostInfo = Pick<Options, 'name' | 'version' | 'remotes'>;
export type RemoteInfoOptionalVersion = {
  name: string;
  version?: string | undefined;
} & RemoteCommon;
export type SharedLoadTrigger = NonNullable<ShareLoadContext['trigger']>;
export type GlobalShareScopeMap = Record<string, ShareScopeMap>;
export type PreloadOptions = PreloadOption[];
export type PreloadAssetStatus = PreloadAssetResult['status'];
export type depsPreloadArg = Omit<PreloadRemoteArgs, 'depsRemote'>;
export type EntryAssets = PreloadAssets['entryAssets'][number];
export type ResourceLoadContext = ResourceContext;
export type ResourceLoadInitiator = ResourceContext['initiator'];
export type ResourceLoadType = ResourceContext['resourceType'];
