import type { ModuleFederation } from '../host.ts';
import type { CallFrom, Options, Shared, ShareInfos, ShareLoadContext } from '../options.ts';
import type { ShareScope, ShareScopeMap } from '../protocol/container.ts';
import type { FederationGlobal } from '../protocol/globals.ts';
import type { RemoteMatchArgs } from './events.ts';
import type { Async, AsyncWaterfall, Origin, Sync, SyncWaterfall } from './kinds.ts';

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
