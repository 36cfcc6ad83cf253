import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import type { ModuleFactory } from '../protocol/container.ts';
import type { ConsumeData } from '../protocol/tables.ts';
import { findShare } from '../share/find.ts';
import { loadEntry } from '../share/load.ts';
import { type Glue, installModule } from './require.ts';

type Loaded = ModuleFactory | Promise<ModuleFactory>;

/** `f.consumes`: before a chunk runs, the shared modules it consumes are there. */
export function installConsumes(glue: Glue): void {
  const { req } = glue;
  /** `true` once installed, a promise before. A failure is forgotten. */
  const state: Record<string, true | Promise<unknown>> = Object.create(null);

  const load = (id: string, data: ConsumeData): true | Promise<unknown> => {
    const factory = resolveConsume(glue, data);
    const done = (result: ModuleFactory): true => {
      installModule(req, id, result);
      return (state[id] = true);
    };
    if (typeof factory === 'function') return done(factory);
    return (state[id] = factory.then(done, (error: unknown) => {
      delete state[id];
      throw error;
    }));
  };

  req.f!.consumes = (chunkId, promises) => {
    const table = req.consumesLoadingData;
    for (const id of (table && own(table.chunkMapping, chunkId)) || []) {
      try {
        const loading = state[id] || load(id, table!.moduleIdToConsumeDataMapping[id]!);
        if (loading !== true) promises.push(loading);
      } catch (error) {
        promises.push(Promise.reject(error));
      }
    }
  };

  installInitial(glue);
}

/** Consumes of initial chunks can be required before `f.consumes` ran, if they are there at once. */
function installInitial(glue: Glue): void {
  const { req } = glue;
  const table = req.consumesLoadingData;
  for (const id of (table && table.initialConsumes) || []) {
    installModule(req, id, () => {
      const data = req.consumesLoadingData!.moduleIdToConsumeDataMapping[id]!;
      const factory = resolveConsume(glue, data);
      if (typeof factory === 'function') return factory();
      throw federationError('RUNTIME-006', { share: data.shareKey });
    });
  }
}

function resolveConsume(glue: Glue, data: ConsumeData): Loaded {
  const ready = glue.req.I(data.shareScope);
  return ready instanceof Promise ? ready.then(() => chooseConsume(glue, data)) : chooseConsume(glue, data);
}

function chooseConsume({ state }: Glue, data: ConsumeData): Loaded {
  const { shareKey, shareScope, requiredVersion, fallback } = data;
  const entry = findShare(state, shareKey, shareScope, data);
  if (entry) return loadEntry(entry);
  if (fallback) return fallback();
  throw federationError('RUNTIME-012', { share: shareKey, version: requiredVersion });
}
