import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import type { ConsumeData } from '../protocol/tables.ts';
import { consumeShare } from '../share/consume.ts';
import { consumeObserved } from '../share/observed.ts';
import { askRemotes, lacksProvider } from './askRemotes.ts';
import { createLoader, followTable, installModule, type Loaded } from './modules.ts';
import type { Glue, WebpackRequire } from './require.ts';

/** `f.share`: before a chunk runs, the shared modules it consumes are there. */
export function installConsumes(glue: Glue): void {
  const { req } = glue;
  const load = createLoader(req, Object.create(null));
  const resolve = (id: string, mayWait: boolean): Loaded => {
    const data = req.consumesLoadingData!.moduleIdToConsumeDataMapping[id]!;
    const ready = req.I(data.shareScope);
    const take = (): Loaded =>
      mayWait && lacksProvider(glue.state, data)
        ? askRemotes(glue.state, data).then(() => consume(glue, data))
        : consume(glue, data);
    return __VERSION_FIRST__ && ready instanceof Promise ? ready.then(take) : take();
  };

  req.f!.share = (chunkId, promises) => {
    const table = req.consumesLoadingData;
    for (const id of (table && own(table.chunkMapping, chunkId)) || []) {
      load(id, promises, () => resolve(id, true));
    }
  };

  // Those of initial chunks can be required before `f.share` ran, if they are there at once.
  const table = req.consumesLoadingData;
  for (const id of (table && table.initialConsumes) || []) {
    // A hot update may install all this anew.
    if (__DEV__ && req.m[id]) continue;
    installSync(req, id, () => resolve(id, false));
  }
  if (__DEV__) {
    // After a hot update a shared module may have another id, and no chunk is loaded for it: what is in the scope will do.
    followTable(req, 'consumesLoadingData', (next) => {
      const mapping = next.moduleIdToConsumeDataMapping;
      for (const id of Object.keys(mapping)) {
        const data = mapping[id]!;
        // What the update provides is in no scope yet.
        const take = (): Loaded => (void req.I(data.shareScope), consume(glue, data));
        if (!req.m[id]) installSync(req, id, take);
      }
    });
  }
}

function installSync(req: WebpackRequire, id: string, load: () => Loaded): void {
  installModule(req, id, () => {
    const factory = load();
    if (typeof factory === 'function') return factory();
    factory.catch(() => {});
    throw federationError('RUNTIME-006', { module: id });
  });
}

function consume({ req, state }: Glue, data: ConsumeData): Loaded {
  if (__API__) {
    const cause = { lifecycle: 'loadShare', loadContext: { trigger: 'build' } } as const;
    return consumeObserved(req.federation.instance!, data, cause);
  }
  return consumeShare(state, data);
}
