import type { EntriesData, ModuleId } from '../protocol/tables.ts';
import type { ModuleObject, WebpackRequire } from './require.ts';
import { loadChunks } from './startup.ts';

type Factory = (module: ModuleObject) => void;

/**
 * For entries in chunks of their own, which are required as soon as these arrive, before or after the runtime: a text
 * of its own, to be printed before the code that takes chunks in.
 */
export function installEntries(req: WebpackRequire, { waiting, foreign }: EntriesData): void {
  for (const id of ([] as ModuleId[]).concat(...waiting.map(({ entries }) => entries))) {
    const starts = waiting.filter(({ entries }) => entries.includes(id));
    deferEntry(req, id, starts);
  }
  // The entries of other runtimes, which are handed every chunk of the page too.
  for (const id of foreign) occupy(req, id, () => skip);
}

const skip: Factory = () => {};

/**
 * The first require of an entry yields a promise of its exports; the entry runs once what it imports is there. A module
 * that several entries start with waits for the one that is on the page.
 */
function deferEntry(req: WebpackRequire, id: ModuleId, starts: EntriesData['waiting']): void {
  // It ran before a hot update.
  if (req.m[id]) return;
  let factory: Factory | undefined;
  const release = (): unknown => {
    Object.defineProperty(req.m, id, { value: factory, writable: true });
    return req(id);
  };
  const start = (): unknown => {
    const present = starts.find(({ entries }) => entries.every((entry) => req.m[entry]));
    const promises = loadChunks(req, (present || starts[0]!).chunks);
    return promises.length ? Promise.all(promises).then(release) : release();
  };
  const defer: Factory = (module) => {
    delete req.c[id];
    // A chunk that was there before the runtime is taken in before the handlers are.
    const { share, remote } = req.f || {};
    module.exports = share || remote ? start() : Promise.resolve().then(start);
  };
  occupy(
    req,
    id,
    () => factory && defer,
    (given) => (factory = given),
  );
}

/** Takes the place of a module among the factories. */
function occupy(
  req: WebpackRequire,
  id: ModuleId,
  get: () => Factory | undefined,
  set: (given: Factory) => void = skip as () => void,
): void {
  Object.defineProperty(req.m, id, { get, set, enumerable: true, configurable: true });
}
