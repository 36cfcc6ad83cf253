import type { ModuleFederation } from '../host.ts';
import type { Options, Remote } from '../options.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { GlobalSnapshot, Snapshot } from '../protocol/snapshot.ts';
import type { ResourceContext } from './events.ts';
import type { Async, AsyncWaterfall, Origin } from './kinds.ts';

/** What all events of one search begin with; the types of the hooks are those of 2.9, which list less. */
export interface SnapshotEvent extends Origin {
  id: string;
  host: ModuleFederation;
  options: Options;
  moduleInfo: Remote;
  resourceOptions: { initiator: ResourceContext['initiator']; id: string };
}

interface ManifestEvent extends Origin {
  manifestUrl: string;
  moduleInfo: Remote;
  resourceOptions?: SnapshotEvent['resourceOptions'] | undefined;
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
