import { lightInstance } from './bundler/lightInstance.ts';
import { federationError } from './errors.ts';
import type { RemoteWithEntry, ShareArgs } from './options.ts';
import type { ShareScopeMap, ShareStrategy } from './protocol/container.ts';
import type { RuntimeConfig } from './protocol/tables.ts';
import { infoOf, sourceOf } from './remote/info.ts';
import { loadExpose } from './remote/load.ts';
import { matchRemote } from './remote/resolve.ts';
import { getterOf } from './share/registered.ts';
import { provide, type Provided, type ShareState, toList } from './share/provide.ts';

export interface ScriptOptions {
  /** Name of the instance; unique on the page. */
  name: string;
  remotes?: readonly RemoteWithEntry[] | undefined;
  /** What the page brings for its remotes. */
  shared?: Readonly<Record<string, ShareArgs | ShareArgs[]>> | undefined;
  /** @default 'loaded-first' */
  shareStrategy?: ShareStrategy | undefined;
}

/** What a page without plugins, snapshots and preloads needs of an instance. */
export interface ScriptInstance {
  readonly name: string;
  readonly shareScopeMap: ShareScopeMap;
  /**
   * Loads a module of a remote: `name/expose`, `alias/expose`, or `name` for the expose `.`.
   * @throws as `loadRemote` of the full runtime does
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a remote exposes is known to who asks for it
  loadRemote<T = any>(id: string): Promise<T>;
}

/** The smallest door of the runtime: loads remotes by URL, and hands shares to them. */
export function createInstance(options: ScriptOptions): ScriptInstance {
  const { name, remotes = [], shared = {}, shareStrategy = 'loaded-first' } = options;
  const table: RuntimeConfig['remotes'] = {};
  for (const remote of remotes) {
    const info = infoOf(remote);
    table[remote.alias || remote.name] = { sources: [sourceOf(info)], shareScope: info.shareScope };
  }
  const instance = lightInstance({ name, shareStrategy, remotes: table });
  for (const key of Object.keys(shared)) {
    for (const share of ([] as ShareArgs[]).concat(shared[key]!)) bring(instance, key, share);
  }
  const loadRemote = async (id: string): Promise<unknown> => {
    const match = matchRemote(instance.remotes, id);
    if (!match) throw federationError('RUNTIME-004', { module: id });
    return (await loadExpose(instance, match.remote, match.expose))();
  };
  return Object.assign(instance, { loadRemote }) as ScriptInstance;
}

function bring(instance: ShareState, name: string, share: ShareArgs): void {
  const { lib, version = '0', scope, shareConfig } = share;
  const factory = getterOf(share);
  const data = Object.assign({ eager: false }, shareConfig, { name, version, factory, lib });
  if (factory) for (const one of toList(scope)) provide(instance, one, data as Provided);
}
