import { extend } from '../hooks/observe.ts';
import type { EntrySource } from '../load/source.ts';
import type { Remote, RemoteInfo } from '../options.ts';
import type { RemoteSource } from '../protocol/tables.ts';

/** A remote with every default filled in; for each request anew, as plugins write into it. */
export function infoOf(remote: Remote): RemoteInfo {
  const { entry = '', type = 'global', shareScope = 'default' } = remote;
  const { entryGlobalName = remote.name } = remote;
  return extend(remote, { entry, type, entryGlobalName, shareScope });
}

/** Where its entry is looked for. */
export function sourceOf({ entryGlobalName: name, entry, type, from }: RemoteInfo): RemoteSource {
  const source: EntrySource = { name, entry, type: sourceType(type) };
  if (from) source.from = from;
  return source;
}

/** How an entry of a type is loaded: that of the table of remotes. */
export function sourceType(type: string): RemoteSource['type'] {
  return type === 'module' || type === 'esm' ? 'module' : type === 'system' ? 'system' : 'script';
}
