import { own } from '../own.ts';
import type { ShareEntry, ShareScope } from '../protocol/container.ts';
import type { Thunk } from '../protocol/tables.ts';
import { layeredKey, scopeOf, type ShareState, toList } from './provide.ts';
import {
  selectVersion,
  type ShareRequirement,
  type ShareSelection,
  type Versions,
} from './select.ts';

/** A consumer: what it asks of which share. The rows of the bundler's table are such. */
export interface ShareRequest extends ShareRequirement {
  shareKey: string;
  shareScope: string | string[];
  /** Its own copy. */
  fallback?: Thunk | undefined;
}

/** What answers: from the first scope that satisfies the request, else from the first that has any for it. */
export function findShare(
  state: ShareState,
  request: ShareRequest,
  tried: readonly ShareEntry[],
): ShareSelection | undefined {
  let second: ShareSelection | undefined;
  for (const name of toList(request.shareScope)) {
    const versions = versionsOf(state, name, request);
    const siblings = siblingsOf(scopeOf(state.shareScopeMap, name), request);
    let choice = selectVersion(versions, request, state.strategy, tried, siblings);
    if (__API__ && state.onChoice) choice = state.onChoice(name, request, choice);
    if (choice && choice.satisfied) return choice;
    second = second || choice;
  }
  return second;
}

/** All of that key in one scope. 2.x runtimes keep layered ones below the plain key. */
export function versionsOf(
  { shareScopeMap }: ShareState,
  scopeName: string,
  { shareKey, layer }: ShareRequest,
): Versions {
  const scope = scopeOf(shareScopeMap, scopeName);
  return Object.assign({}, own(scope, shareKey), own(scope, layeredKey(shareKey, layer)));
}

/** Of a singleton: the shares of the same package, itself included. */
function siblingsOf(scope: ShareScope, { shareKey, layer, singleton }: ShareRequest): Versions[] {
  const [name] = /^(@[^/]+\/)?[^./][^/]*/.exec(shareKey) || [shareKey];
  const root = layeredKey(name, layer);
  return Object.keys(singleton ? scope : {})
    .filter((key) => (key + '/').startsWith(root + '/'))
    .map((key) => scope[key]!);
}
