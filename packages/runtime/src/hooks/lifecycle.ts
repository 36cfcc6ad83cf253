import { createHook, type Hook, type HookKind, type Listener } from './Hook.ts';
import type { BridgeHooks, CoreHooks, RemoteHooks } from './events.ts';
import type { LoaderHooks } from './loaderEvents.ts';
import type { ShareHooks } from './shareEvents.ts';
import type { SnapshotHooks } from './snapshotEvents.ts';
import { createPluginSystem, type PluginSystem } from './PluginSystem.ts';

/** The hooks of one instance, in the groups of the 2.9 packages. */
export type HookGroups = [
  core: PluginSystem<Lifecycle<CoreHooks>>,
  remote: PluginSystem<Lifecycle<RemoteHooks>>,
  share: PluginSystem<Lifecycle<ShareHooks>>,
  snapshot: PluginSystem<Lifecycle<SnapshotHooks>>,
  loader: PluginSystem<Lifecycle<LoaderHooks>>,
  bridge: PluginSystem<Lifecycle<BridgeHooks>>,
];

/** The same hooks without their groups: names are unique. */
export type Events = Lifecycle<
  CoreHooks & RemoteHooks & ShareHooks & SnapshotHooks & LoaderHooks & BridgeHooks
>;

/** Hooks by name; their kinds stand beside their listeners in `events.ts`. */
export type Lifecycle<Events> = {
  [Name in keyof Events]: Events[Name] extends { kind: infer Kind; listener: infer Fn }
    ? Kind extends HookKind
      ? Fn extends Listener
        ? Hook<Kind, Fn>
        : never
      : never
    : never;
};

/** Group after group; what stands before a name is the kind, as bits: 1 async, 2 waterfall. */
const names = [
  '2beforeInit 0init 3beforeInitContainer 3initContainer',
  '2beforeRegisterRemote 2registerRemote 3beforeRequest 1afterMatchRemote 1onLoad 1afterLoadRemote 1errorLoadRemote 0handlePreloadModule 1beforePreloadRemote 1generatePreloadAssets 1afterPreloadRemote 1loadEntry',
  '2beforeRegisterShare 0afterRegisterShare 3afterResolve 3beforeLoadShare 1loadShare 0afterLoadShare 0errorLoadShare 2resolveShare 2initContainerShareScopeMap',
  '1beforeLoadRemoteSnapshot 3loadSnapshot 3loadRemoteSnapshot 3afterLoadSnapshot 1beforeLoadManifest 1afterLoadManifest',
  '0getModuleInfo 0createScript 0createLink 1fetch 1loadEntryError 1afterLoadEntry 1beforeInitRemote 1afterInitRemote 1beforeGetExpose 1afterGetExpose 1beforeExecuteFactory 1afterExecuteFactory 1getModuleFactory',
  '0beforeBridgeRender 0afterBridgeRender 0beforeBridgeDestroy 0afterBridgeDestroy 0afterBridgeRouteSync',
];

/** Makes the hooks of an instance. @param events where they are put by name alone */
export function createHooks(events: Events): HookGroups {
  const groups = names.map((group) => {
    const lifecycle: Record<string, Hook<HookKind, Listener>> = {};
    for (const entry of group.split(' ')) {
      const kind = +entry[0]!;
      const name = entry.slice(1);
      lifecycle[name] = createHook(name, !!(kind & 1), kind > 1);
    }
    Object.assign(events, lifecycle);
    return createPluginSystem(lifecycle);
  });
  return groups as object[] as HookGroups;
}
