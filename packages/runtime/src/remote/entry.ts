import { inBrowser, loadEntry, resolveUrl } from '#load';
import {
  type ErrorFields,
  type FederationError,
  federationError,
  isFederationError,
} from '../errors.ts';
import type { LoadCustom } from '../load/custom.ts';
import type { LoadFailure } from '../load/failure.ts';
import { type EntrySource, isContainer } from '../load/source.ts';
import type { Container } from '../protocol/container.ts';
import { loadingContainers } from '../protocol/globals.ts';
import { isManifest } from '../protocol/manifest.ts';
import type { RemoteSource } from '../protocol/tables.ts';
import { again } from './again.ts';
import { releaseChunks } from './chunks.ts';
import { retryUrl, sourceOfManifest } from './manifest.ts';

/**
 * Loads the first source that answers. Every runtime of the page shares one load per remote; a failure is forgotten.
 * @throws RUNTIME-001, 002, 003, 008, 013, MANIFEST_NAME_MISMATCH, NAME_COLLISION, ENTRY_URL_REFUSED or
 * NAME_REFUSED of the last source.
 */
export function loadContainer(
  sources: readonly RemoteSource[],
  observer: EntryObserver = {},
): Promise<Container> {
  return sources.reduce(
    (before, source) => before.catch(() => loadOnce(source, observer)),
    Promise.reject() as Promise<Container>,
  );
}

/**
 * Makes the next load of a source a new one: its files are requested again, and the container that is there does not
 * count. Who holds that container keeps it.
 */
export function forgetContainer(source: RemoteSource): void {
  const key = keyOf(source);
  places.delete(source.name);
  delete loadingContainers()[key];
  again.add(key).add(source.name);
}

/** What is or comes into the global variable of that name: containers of two URLs would take each other's chunks. */
const places = /* @__PURE__ */ new Map<string, About>();

function keyOf({ name, entry }: RemoteSource): string {
  return name + ':' + entry;
}

/** Who listens to a load. */
export interface EntryObserver {
  custom?: LoadCustom;
  /** Stands around the load of `key` in {@link loadingContainers}. */
  around?(load: () => Promise<Container>, key: string): Promise<Container>;
}

/** Loads one source. @throws as {@link loadContainer} does */
export function loadOnce(source: EntrySource, observer: EntryObserver): Promise<Container> {
  const loading = loadingContainers();
  const key = keyOf(source);
  if (!loading[key]) {
    const about: About = { remote: source.name, url: source.entry, phase: 'entry' };
    const attempt = (): Promise<Container> =>
      load(source, about, key, observer).catch((error: LoadFailure) => {
        again.add(key);
        if (places.get(source.name) === about) places.delete(source.name);
        throw explain(about, error);
      });
    loading[key] = __PLUGINS__ && observer.around ? observer.around(attempt, key) : attempt();
  }
  const shared = loading[key]!;
  return shared.catch((error: unknown) => {
    // Also for older runtimes, which leave what failed.
    if (loading[key] === shared) delete loading[key];
    throw error;
  });
}

/** What is known of a load that fails. */
export type About = ErrorFields & { remote: string; url: string; phase: 'manifest' | 'entry' };

async function load(
  { name, type, entry, from }: EntrySource,
  about: About,
  key: string,
  observer: EntryObserver,
): Promise<Container> {
  const custom = __API__ ? observer.custom : undefined;
  const url = entry && resolveUrl(entry);
  if (!url) throw federationError('ENTRY_URL_REFUSED', Object.assign(about, { reason: 'refused' }));
  about.url = url;
  const target = again.has(key) ? retryUrl(url) : url;
  // What a manifest leads to is no further manifest: it could be the same. With plugins `locate` follows them.
  if (__MANIFESTS__ && !__API__ && !from && isManifest(entry)) {
    about.phase = 'manifest';
    return loadOnce(await sourceOfManifest(about, target, custom), observer);
  }
  if (inBrowser && type === 'script') {
    const other = places.get(name) || about;
    // A query makes no other.
    if (other.url.split('?')[0] !== url.split('?')[0]) {
      about.detail = other.url;
      throw federationError('NAME_COLLISION', about);
    }
    places.set(name, about);
  }
  const fresh = __API__ && again.has(name);
  if (fresh) releaseChunks(name);
  const found = await loadEntry({ name, type, entry: target, fresh }, custom);
  if (!isContainer(found)) {
    // What the manifest names is not there: it may be that of another build.
    if (__MANIFESTS__ && from) about.detail = from;
    const missing = about.detail ? 'MANIFEST_NAME_MISMATCH' : 'RUNTIME-001';
    throw federationError(found ? 'RUNTIME-002' : missing, about);
  }
  return found;
}

/** The error for a failure, with its reason. */
export function explain(about: About, error: LoadFailure): FederationError {
  if (isFederationError(error)) return error;
  about.reason = error.reason || (error.name === 'SyntaxError' ? 'parse' : 'network');
  about.status = error.status;
  const code = about.phase === 'manifest' ? 'RUNTIME-003' : 'RUNTIME-008';
  return federationError(about.reason === 'refused' ? 'NAME_REFUSED' : code, about, error);
}
