import type { ModuleFederation } from '../host.ts';
import type { RemoteInfo } from '../options.ts';
import type { Container, ModuleFactory } from '../protocol/container.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { ResourceContext } from './events.ts';
import type { Async, Origin, Sync } from './kinds.ts';

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
