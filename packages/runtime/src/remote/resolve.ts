import type { RemoteSource } from '../protocol/tables.ts';

/** A registered remote. */
export interface RegisteredRemote {
  name: string;
  /** URL of the first source. */
  entry: string;
  /** Tried in order. */
  sources: RemoteSource[];
  shareScope: string | string[];
}

export interface RemoteMatch<Remote> {
  remote: Remote;
  /** The part of the request that names the remote. */
  name: string;
  /** `./Button`, or `.`. */
  expose: string;
}

/** Finds the remote with the longest name or alias that `id` is, or continues after a `/`. */
export function matchRemote<Remote>(
  remotes: ReadonlyMap<string, Remote>,
  id: string,
): RemoteMatch<Remote> | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
    const name = id.slice(0, end);
    const remote = remotes.get(name);
    if (remote) return { remote, name, expose: '.' + id.slice(end) };
  }
  return undefined;
}
