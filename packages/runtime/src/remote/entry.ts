import { loadEntry, resolveUrl } from '#load';
import { federationError } from '../errors.ts';
import type { Container } from '../protocol/container.ts';
import { loadingContainers } from '../protocol/globals.ts';
import type { RemoteSource } from '../protocol/tables.ts';
import { isManifest, sourceOfManifest } from './manifest.ts';

/**
 * Loads the first source that answers. Every runtime of the page shares one load per remote; a failure is forgotten.
 * @throws RUNTIME-001, 002, 003, 008 or 013 of the last source.
 */
export async function loadContainer(sources: readonly RemoteSource[]): Promise<Container> {
  let failure: unknown;
  for (const source of sources) {
    try {
      return await loadOnce(source);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** What failed before, as keys of the loads below. */
const failed = /* @__PURE__ */ new Set<string>();

function loadOnce(source: RemoteSource): Promise<Container> {
  const loading = loadingContainers();
  const key = source.name + ':' + source.entry;
  if (!loading[key]) {
    loading[key] = load(source, failed.has(key)).catch((error: unknown) => {
      delete loading[key];
      failed.add(key);
      throw error;
    });
  }
  return loading[key]!;
}

async function load(source: RemoteSource, again: boolean): Promise<Container> {
  const { name, type } = source;
  const url = resolveUrl(source.entry);
  const about = { remote: name, url };
  // Another URL, because a cache may hold the wrong answer, or wait for one that never comes.
  const entry = again ? url + (url.includes('?') ? '&' : '?') + 'retry=' + Date.now() : url;
  if (isManifest(source.entry)) return loadOnce(await sourceOfManifest(about, entry));
  const found = await loadEntry({ name, type, entry }).catch((error: unknown) => {
    throw federationError('RUNTIME-008', about, error);
  });
  if (!found) throw federationError('RUNTIME-001', about);
  if (!isContainer(found)) throw federationError('RUNTIME-002', about);
  return found;
}

export function isContainer(value: unknown): value is Container {
  const container = value as Container | undefined;
  return !!container && typeof container.get === 'function' && typeof container.init === 'function';
}
