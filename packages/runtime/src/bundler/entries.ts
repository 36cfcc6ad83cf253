import type { ModuleId, WaitingEntries } from '../protocol/tables.ts';
import type { ModuleObject, WebpackRequire } from './require.ts';
import { loadChunks } from './startup.ts';

type Factory = (module: ModuleObject) => void;

/**
 * For entries in chunks of their own, which are required as soon as these arrive, before or after the runtime: a text
 * of its own, to be printed before the code that takes chunks in.
 */
export function installEntries(req: WebpackRequire, waiting: readonly WaitingEntries[]): void {
  for (const id of ([] as ModuleId[]).concat(...waiting.map(({ entries }) => entries))) {
    const starts = waiting.filter(({ entries }) => entries.includes(id));
    deferEntry(req, id, starts);
  }
}

/**
 * The first require of an entry yields a promise of its exports; the entry runs once what it imports is there. A module
 * that several entries start with waits for the one that is on the page.
 */
function deferEntry(req: WebpackRequire, id: ModuleId, starts: readonly WaitingEntries[]): void {
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
  // Takes the place of the module among the factories.
  Object.defineProperty(req.m, id, {
    get: () => factory && defer,
    set: (given: Factory) => (factory = given),
    enumerable: true,
    configurable: true,
  });
}
