import type { RemoteSource } from '../protocol/tables.ts';

/** A registered remote. */
export interface RemoteInfo {
  name: string;
  alias: string;
  /** Tried in order. */
  sources: RemoteSource[];
  shareScope: string | string[];
}

export interface RemoteMatch {
  remote: RemoteInfo;
  /** `./Button`, or `.`. */
  expose: string;
}

/** Finds the remote with the longest name or alias that `id` is, or continues after a `/`. */
export function matchRemote(
  remotes: ReadonlyMap<string, RemoteInfo>,
  id: string,
): RemoteMatch | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
    const remote = remotes.get(id.slice(0, end));
    if (remote) return { remote, expose: '.' + id.slice(end) };
  }
  return undefined;
}
