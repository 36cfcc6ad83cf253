import { ModuleFederation } from '../instance.ts';
import type { RuntimeConfig } from '../protocol/tables.ts';
import type { ShareState } from '../share/provide.ts';
import { installConsumes } from './consumes.ts';
import { installContainer } from './container.ts';
import { installRemotes } from './remotes.ts';
import type { Glue, WebpackRequire } from './require.ts';
import { installSharing } from './sharing.ts';
import { installStartup } from './startup.ts';

/** Fills the handlers that the bundler's tables leave open. The text of this function is what builds contain. */
export function install(req: WebpackRequire, config: RuntimeConfig): void {
  const glue: Glue = { req, state: __REMOTES__ ? instanceOf(req, config) : stateOf(config) };
  installSharing(glue);
  if (__CONTAINER__) installContainer(glue);
  req.f = req.f || {};
  if (__SHARES__) installConsumes(glue);
  if (__REMOTES__) installRemotes(glue);
  if (!__CONTAINER__ && config.startup) installStartup(req, config.startup);
}

function stateOf({ name, shareStrategy }: RuntimeConfig): ShareState {
  return { name, strategy: shareStrategy, shareScopeMap: Object.create(null) };
}

function instanceOf(req: WebpackRequire, config: RuntimeConfig): ModuleFederation {
  const { name, version, shareStrategy, remotes } = config;
  const instance = new ModuleFederation(
    version ? { name, version, shareStrategy } : { name, shareStrategy },
  );
  for (const alias of Object.keys(remotes)) {
    const { sources, shareScope } = remotes[alias]!;
    instance.addRemote({ name: sources[0]!.name, alias, sources, shareScope });
  }
  req.federation = { instance };
  return instance;
}
