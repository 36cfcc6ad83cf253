import type { ResourceContext } from '../hooks/events.ts';
import type { Hook, Listener } from '../hooks/Hook.ts';
import { extend } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadCustom } from '../load/custom.ts';
import type { RemoteInfo } from '../options.ts';

/** Lets the plugins of an instance change how something is loaded. */
export function customOf(
  { events }: ModuleFederation,
  remoteInfo: RemoteInfo,
  resourceContext: ResourceContext,
): LoadCustom {
  const at = (url: string): ResourceContext => extend(resourceContext, { url });
  const creator = (hook: Hook<'sync', Listener>) => (url: string, attrs: object) =>
    hook.emit({ url, attrs, remoteInfo, resourceContext: at(url) }) as undefined;
  return Object.assign(
    { createScript: creator(events.createScript), createLink: creator(events.createLink) },
    remoteInfo.timeout && { timeout: remoteInfo.timeout },
    // Plugins of the field answer with, and look for, JSON.
    resourceContext.resourceType === 'manifest' && {
      fetch: (url: string, init: RequestInit) => events.fetch.emit(url, init, remoteInfo, at(url)),
    },
  );
}
