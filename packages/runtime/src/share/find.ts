import { extend } from '../hooks/observe.ts';
import { own } from '../own.ts';
import type { ShareEntry } from '../protocol/container.ts';
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
    let choice = selectVersion(familyOf(state, name, request), request, state.strategy, tried);
    if (__PLUGINS__ && state.onChoice) choice = state.onChoice(name, request, choice);
    if (choice && choice.satisfied) return choice;
    second = second || choice;
  }
  return second;
}

/** All of that key in one scope. 2.x runtimes keep layered ones below the plain key. */
export function versionsOf(
  state: ShareState,
  scopeName: string,
  { shareKey, layer }: ShareRequest,
): Versions {
  const scope = scopeOf(state.shareScopeMap, scopeName);
  return extend(own(scope, shareKey) || {}, own(scope, layeredKey(shareKey, layer)));
}

/** A share, and of a singleton all of the same package. */
function familyOf(
  state: ShareState,
  scopeName: string,
  request: ShareRequest,
): [Versions, ...Versions[]] {
  const { shareKey, layer, singleton } = request;
  const versions = versionsOf(state, scopeName, request);
  if (!singleton) return [versions];
  const scope = scopeOf(state.shareScopeMap, scopeName);
  const [name] = /^(@[^/]+\/)?[^./][^/]*/.exec(shareKey) || [shareKey];
  const root = layeredKey(name, layer) + '/';
  const siblings = Object.keys(scope).filter((key) => (key + '/').startsWith(root));
  return [versions, ...siblings.map((key) => scope[key]!)];
}
