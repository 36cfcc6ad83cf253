import { federationError } from '../errors.ts';
import type { ModuleFactory, ShareEntry } from '../protocol/container.ts';
import { findShare, type ShareRequest } from './find.ts';
import { loadEntry } from './load.ts';
import type { ShareState } from './provide.ts';
import { considered, reportConflict, reportFailure } from './report.ts';

/**
 * The shared module for a request. When a provider fails, the next that satisfies the request takes its place, then
 * the consumer's own copy; the failed one is tried again by the next call.
 *
 * Where no version satisfies: a strict singleton is refused, as by webpack and the 2.x packages; anything else that is
 * strict falls back to the consumer's own copy; what is not strict takes the best there is, and a conflict is
 * reported. webpack's tables make everything that has a copy and is no singleton strict, unless users say otherwise.
 * @throws RUNTIME-012 when nobody provides it and there is no copy, SHARE-001 when no version satisfies, SHARE-002
 * when all providers failed, and what loading the copy throws
 */
export function consumeShare(
  state: ShareState,
  request: ShareRequest,
  note?: (entry: ShareEntry) => void,
): ModuleFactory | Promise<ModuleFactory> {
  const { shareKey, requiredVersion, fallback, singleton, strictVersion } = request;
  const tried: ShareEntry[] = [];
  const next = (cause?: unknown): ModuleFactory | Promise<ModuleFactory> => {
    const failed = tried.length;
    if (__DEV__ && failed) reportFailure(state, request, tried[failed - 1]!, cause);
    const choice = findShare(state, request, tried);
    if (choice && (choice.satisfied || !(strictVersion || (failed && fallback)))) {
      if (__DEV__ && !choice.satisfied) reportConflict(state, request, choice);
      tried.push(choice.entry);
      if (__PLUGINS__ && note) note(choice.entry);
      const loaded = loadEntry(choice.entry, state.name);
      return typeof loaded === 'function' ? loaded : loaded.catch(next);
    }
    if (fallback && (failed || !choice || !singleton)) return fallback();
    const code = failed ? 'SHARE-002' : choice ? 'SHARE-001' : 'RUNTIME-012';
    const detail = __DEV__ ? considered(state, request) : tried.map((one) => one.from).join();
    throw federationError(
      code,
      { share: shareKey, version: requiredVersion || '*', detail },
      cause,
    );
  };
  return next();
}
