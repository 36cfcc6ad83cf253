import { extend } from '../hooks/between.ts';
import type { ResourceContext } from '../hooks/events.ts';
import type { ModuleFederation } from '../host.ts';
import type { LoadCustom } from '../load/custom.ts';
import type { RemoteInfo } from '../options.ts';

/** Lets the plugins of an instance change how something is loaded; nothing where nobody listens. */
export function customOf(
  { loaderHook }: ModuleFederation,
  remoteInfo: RemoteInfo,
  resourceContext: ResourceContext,
): LoadCustom {
  const { createScript, createLink, fetch } = loaderHook.lifecycle;
  const custom: LoadCustom = {};
  const about = (url: string, attrs: Record<string, string>) => ({
    url,
    attrs,
    remoteInfo,
    resourceContext: extend(resourceContext, { url }),
  });
  if (createScript.listeners.size) {
    custom.createScript = (url, attrs) => createScript.emit(about(url, attrs)) || undefined;
  }
  if (createLink.listeners.size) {
    custom.createLink = (url, attrs) => createLink.emit(about(url, attrs)) || undefined;
  }
  // Plugins of the field answer with, and look for, JSON.
  if (fetch.listeners.size && resourceContext.resourceType === 'manifest') {
    custom.fetch = async (url, init) =>
      (await fetch.emit(url, init, remoteInfo, extend(resourceContext, { url }))) || undefined;
  }
  return custom;
}
