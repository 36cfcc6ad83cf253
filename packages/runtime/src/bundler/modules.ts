import type { ModuleFactory } from '../protocol/container.ts';
import type { WebpackRequire } from './require.ts';

export type Loaded = ModuleFactory | Promise<ModuleFactory>;

/** Loads module `id` if nobody did, and tells `promises` what to wait for. */
type Loader = (id: string, promises: Promise<unknown>[], load: () => Loaded) => void;

/** Which modules are there (`true`) or under way; `false` until there is a promise. */
export type Installed = Record<string, boolean | Promise<true>>;

/** A failure is forgotten, so that the next import tries again. */
export function createLoader(req: WebpackRequire, state: Installed): Loader {
  const install = (id: string, factory: ModuleFactory): true => {
    installModule(req, id, factory);
    return (state[id] = true);
  };
  const start = (id: string, load: () => Loaded): true | Promise<true> => {
    // Circular: what it loads asks for it again, and need not wait for itself.
    state[id] = false;
    const loaded = load();
    if (typeof loaded === 'function') return install(id, loaded);
    const own: Promise<true> = loaded.then(
      (factory) =>
        // Its remote was let go meanwhile: who waits gets what is there now.
        __API__ && state[id] !== own ? state[id] || start(id, load) : install(id, factory),
      (error: unknown) => {
        if (!__API__ || state[id] === own) delete state[id];
        throw error;
      },
    );
    return (state[id] = own);
  };
  return (id, promises, load) => {
    try {
      const loading = state[id] === undefined ? start(id, load) : state[id];
      if (typeof loading === 'object') promises.push(loading);
    } catch (error) {
      delete state[id];
      promises.push(Promise.reject(error));
    }
  };
}

/** Makes `id` answer with what the factory returns, from the next require on. */
export function installModule(req: WebpackRequire, id: string, factory: ModuleFactory): void {
  // A hot update may have required it before it was there.
  if (__DEV__) delete req.c[id];
  req.m[id] = (module) => {
    delete req.c[id];
    module.exports = factory();
  };
}

/** Development only: is told of each table that a hot update brings. */
export function followTable<Name extends 'consumesLoadingData' | 'remotesLoadingData'>(
  req: WebpackRequire,
  name: Name,
  follow: (
    next: NonNullable<WebpackRequire[Name]>,
    former?: NonNullable<WebpackRequire[Name]>,
  ) => void,
): void {
  let table = req[name];
  // With the first of a build the update brought all this too.
  if (table && Object.keys(req.c).length) follow(table);
  Object.defineProperty(req, name, {
    configurable: true,
    get: () => table,
    set(next: NonNullable<WebpackRequire[Name]>) {
      const former = table;
      table = next;
      follow(next, former as typeof next);
    },
  });
}
