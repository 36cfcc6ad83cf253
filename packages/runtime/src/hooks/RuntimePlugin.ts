import type { ModuleFederation } from '../host.ts';
import type { BridgeHooks, CoreHooks, RemoteHooks } from './events.ts';
import type { LoaderHooks } from './loaderEvents.ts';
import type { ShareHooks } from './shareEvents.ts';
import type { SnapshotHooks } from './snapshotEvents.ts';

type Listeners<Events> = {
  [Name in keyof Events]?: Events[Name] extends { listener: infer Fn } ? Fn | undefined : never;
};

/** Listeners by the name of their hook. */
export type RuntimePluginHooks = Listeners<CoreHooks> &
  Listeners<RemoteHooks> &
  Listeners<ShareHooks> &
  Listeners<SnapshotHooks> &
  Listeners<LoaderHooks> &
  Listeners<BridgeHooks>;

/** A runtime plugin of 2.9. */
export type RuntimePlugin = RuntimePluginHooks & {
  /** Registered once per instance. */
  name: string;
  version?: string;
  /** Called with the instance; what it returns are the hooks of that instance. */
  apply?: (instance: ModuleFederation) => void | RuntimePluginHooks;
};
