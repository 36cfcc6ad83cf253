import type { ResourceContext } from '../hooks/events.ts';
import type { Hook, Listener } from '../hooks/Hook.ts';
import { extend } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadCustom } from '../load/custom.ts';
import type { RemoteInfo } from '../options.ts';

/** How something is loaded, as the remote and the plugins of the instance want it. */
export function customOf(
  origin: ModuleFederation,
  remoteInfo: RemoteInfo,
  resourceContext: ResourceContext,
): LoadCustom {
  const { timeout } = remoteInfo;
  // Timers take no more; `Infinity` would be over at once.
  const custom: LoadCustom = timeout ? { timeout: Math.min(timeout, 2e9) } : {};
  return __PLUGINS__ ? ofPlugins(origin, remoteInfo, resourceContext, custom) : custom;
}

function ofPlugins(
  { events }: ModuleFederation,
  remoteInfo: RemoteInfo,
  resourceContext: ResourceContext,
  custom: LoadCustom,
): LoadCustom {
  const at = (url: string): ResourceContext => extend(resourceContext, { url });
  const creator = (hook: Hook<'sync', Listener>) => (url: string, attrs: object) =>
    hook.emit({ url, attrs, remoteInfo, resourceContext: at(url) }) as undefined;
  return Object.assign(
    { createScript: creator(events.createScript), createLink: creator(events.createLink) },
    custom,
    // Plugins of the field answer with, and look for, JSON.
    resourceContext.resourceType === 'manifest' && {
      fetch: (url: string, init: RequestInit) => events.fetch.emit(url, init, remoteInfo, at(url)),
    },
  );
}
