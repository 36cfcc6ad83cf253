import { own } from '../own.ts';
import type { ShareEntry } from '../protocol/container.ts';
import { scopeOf, type ShareState, toList } from './provide.ts';
import { selectVersion, type ShareRequirement } from './select.ts';

/** The entry that answers `need`: from the first scope that satisfies it, else from the first that has any for it. */
export function findShare(
  state: ShareState,
  key: string,
  scopes: string | string[] | undefined,
  need: ShareRequirement,
): ShareEntry | undefined {
  let second: ShareEntry | undefined;
  for (const name of toList(scopes)) {
    const versions = own(scopeOf(state.shareScopeMap, name), key);
    const choice = versions && selectVersion(versions, need, state.strategy);
    if (choice) {
      const entry = versions[choice.version]!;
      if (choice.satisfied) return entry;
      if (__DEV__) warn(state.name, key, choice.version, entry, need);
      second = second || entry;
    }
  }
  return second;
}

const warned = /* @__PURE__ */ new Set<string>();

function warn(...conflict: [string, string, string, ShareEntry, ShareRequirement]): void {
  const [name, key, version, entry, need] = conflict;
  const text = `[ Federation Runtime ]: ${name} requires ${key}@${need.requiredVersion}, and gets ${version} from ${entry.from}`;
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
