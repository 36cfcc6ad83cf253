import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import { consumeShare } from '../share/consume.ts';
import { createLoader, installModule, type Loaded } from './modules.ts';
import type { Glue } from './require.ts';

/** `f.share`: before a chunk runs, the shared modules it consumes are there. */
export function installConsumes(glue: Glue): void {
  const { req, state } = glue;
  const load = createLoader(req);
  const resolve = (id: string): Loaded => {
    const data = req.consumesLoadingData!.moduleIdToConsumeDataMapping[id]!;
    const ready = req.I(data.shareScope);
    return __REMOTES__ && ready instanceof Promise
      ? ready.then(() => consumeShare(state, data))
      : consumeShare(state, data);
  };

  req.f!.share = (chunkId, promises) => {
    const table = req.consumesLoadingData;
    for (const id of (table && own(table.chunkMapping, chunkId)) || []) {
      load(id, promises, () => resolve(id));
    }
  };

  // Those of initial chunks can be required before `f.share` ran, if they are there at once.
  const table = req.consumesLoadingData;
  for (const id of (table && table.initialConsumes) || []) {
    installModule(req, id, () => {
      const factory = resolve(id);
      if (typeof factory === 'function') return factory();
      throw federationError('RUNTIME-006', { module: id });
    });
  }
}
