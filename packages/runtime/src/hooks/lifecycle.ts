import { Hook, type HookKind, type Listener } from './Hook.ts';
import type { BridgeHooks, CoreHooks, RemoteHooks } from './events.ts';
import type { LoaderHooks } from './loaderEvents.ts';
import type { ShareHooks } from './shareEvents.ts';
import type { SnapshotHooks } from './snapshotEvents.ts';
import { PluginSystem } from './PluginSystem.ts';

/** The hooks of one instance, in the groups of the 2.9 packages. */
export interface Hooks {
  core: PluginSystem<Lifecycle<CoreHooks>>;
  remote: PluginSystem<Lifecycle<RemoteHooks>>;
  share: PluginSystem<Lifecycle<ShareHooks>>;
  snapshot: PluginSystem<Lifecycle<SnapshotHooks>>;
  loader: PluginSystem<Lifecycle<LoaderHooks>>;
  bridge: PluginSystem<Lifecycle<BridgeHooks>>;
}

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

const kinds: Record<string, HookKind> = {
  s: 'sync',
  a: 'async',
  w: 'syncWaterfall',
  v: 'asyncWaterfall',
};

export function createHooks(): Hooks {
  return {
    core: group('w:beforeInit s:init v:beforeInitContainer v:initContainer'),
    remote: group(
      'w:beforeRegisterRemote w:registerRemote v:beforeRequest a:afterMatchRemote a:onLoad a:afterLoadRemote a:errorLoadRemote s:handlePreloadModule a:beforePreloadRemote a:generatePreloadAssets a:afterPreloadRemote a:loadEntry',
    ),
    share: group(
      'w:beforeRegisterShare s:afterRegisterShare v:afterResolve v:beforeLoadShare a:loadShare s:afterLoadShare s:errorLoadShare w:resolveShare w:initContainerShareScopeMap',
    ),
    snapshot: group(
      'a:beforeLoadRemoteSnapshot v:loadSnapshot v:loadRemoteSnapshot v:afterLoadSnapshot a:beforeLoadManifest a:afterLoadManifest',
    ),
    loader: group(
      's:getModuleInfo s:createScript s:createLink a:fetch a:loadEntryError a:afterLoadEntry a:beforeInitRemote a:afterInitRemote a:beforeGetExpose a:afterGetExpose a:beforeExecuteFactory a:afterExecuteFactory a:getModuleFactory',
    ),
    bridge: group(
      's:beforeBridgeRender s:afterBridgeRender s:beforeBridgeDestroy s:afterBridgeDestroy s:afterBridgeRouteSync',
    ),
  };
}

function group<T extends object>(names: string): PluginSystem<T> {
  const lifecycle: Record<string, Hook<HookKind, Listener>> = {};
  for (const entry of names.split(' ')) {
    const name = entry.slice(2);
    lifecycle[name] = new Hook(name, kinds[entry[0]!]!);
  }
  return new PluginSystem(lifecycle as T);
}
