import type { ShareEntry, ShareScope } from '../protocol/container.ts';
import { type ShareRequest, versionsOf } from './find.ts';
import { type ShareState, toList } from './provide.ts';
import type { ShareSelection } from './select.ts';

/** Development only: what was reported already, per instance. */
const reported = /* @__PURE__ */ new WeakMap<ShareState, Set<string>>();

function report(state: ShareState, key: string, text: () => string): void {
  const known = reported.get(state) || new Set();
  reported.set(state, known);
  if (known.has(key)) return;
  known.add(key);
  console.warn('[ Federation Runtime ]: ' + text());
}

/** Warns, once per version and range, that a consumer gets a version that does not satisfy its range. */
export function reportConflict(
  state: ShareState,
  request: ShareRequest,
  { version, entry }: ShareSelection,
): void {
  const { shareKey, requiredVersion } = request;
  report(
    state,
    `conflict ${shareKey} ${version} ${requiredVersion}`,
    () =>
      `${state.name} requires ${shareKey}@${requiredVersion}, and gets ${version} from ${entry.from}. ` +
      considered(state, request),
  );
}

/** Warns, once per provider, that a shared module could not be loaded from it. */
export function reportFailure(
  state: ShareState,
  { shareKey }: ShareRequest,
  { from, version }: ShareEntry,
  cause: unknown,
): void {
  report(
    state,
    `failure ${shareKey} ${version} ${from}`,
    () => `${from} failed to provide ${shareKey}@${version} to ${state.name}: ${String(cause)}`,
  );
}

/** Warns, once, that a second host initialises this build with a scope of its own. */
export function reportSecondHost(
  state: ShareState,
  name: string,
  first: ShareScope,
  second: ShareScope,
): void {
  report(
    state,
    `host ${name}`,
    () =>
      `${state.name} was initialised with two scopes "${name}": that of ${providersOf(first)}, which it keeps, ` +
      `and that of ${providersOf(second)}, whose providers are added`,
  );
}

function providersOf(scope: ShareScope): string {
  const all = Object.values(scope).map((versions) => Object.values(versions));
  const names = ([] as ShareEntry[]).concat(...all).map(({ from }) => from);
  return Array.from(new Set(names)).sort().join(', ') || 'nobody';
}

/** Who provides which version, who uses it, and which range each provider requires itself. */
export function considered(state: ShareState, request: ShareRequest): string {
  const lines = ([] as string[]).concat(
    ...toList(request.shareScope).map((scope) => {
      const versions = versionsOf(state, scope, request);
      return Object.keys(versions).map((version) => lineOf(scope, version, versions[version]!));
    }),
  );
  return `required by ${state.name}; candidates: ${lines.join('; ') || 'none'}`;
}

function lineOf(scope: string, version: string, entry: ShareEntry): string {
  const { from, loaded, shareConfig, useIn = [] } = entry;
  const range = shareConfig && shareConfig.requiredVersion;
  return [
    `${version} from ${from} in ${scope}`,
    loaded ? 'loaded' : '',
    range ? `${from} requires ${range}` : '',
    useIn.length ? 'used by ' + useIn.join(', ') : '',
  ]
    .filter(Boolean)
    .join(', ');
}
