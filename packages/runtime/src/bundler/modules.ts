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
  const forget = (id: string, error: unknown): never => {
    delete state[id];
    throw error;
  };
  return (id, promises, load) => {
    try {
      if (state[id] === undefined) {
        // Circular: what it loads asks for it again, and need not wait for itself.
        state[id] = false;
        const loaded = load();
        state[id] =
          typeof loaded === 'function'
            ? install(id, loaded)
            : loaded
                .then((factory) => install(id, factory))
                .catch((error: unknown) => forget(id, error));
      }
      if (typeof state[id] === 'object') promises.push(state[id]);
    } catch (error) {
      delete state[id];
      promises.push(Promise.reject(error));
    }
  };
}

/** Makes `id` answer with what the factory returns, from the next require on. */
export function installModule(req: WebpackRequire, id: string, factory: ModuleFactory): void {
  req.m[id] = (module) => {
    delete req.c[id];
    module.exports = factory();
  };
}
