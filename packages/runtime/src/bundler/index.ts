import { pageNonce, usePolicies } from '../load/policies.ts';
import { offerRuntime } from '../protocol/globals.ts';
import type { RuntimeConfig } from '../protocol/tables.ts';
import type { ShareState } from '../share/provide.ts';
import { installChunks } from './chunks.ts';
import { installConsumes } from './consumes.ts';
import { installContainer } from './container.ts';
import { fullInstance } from './instance.ts';
import { lightInstance } from './lightInstance.ts';
import { installRemotes } from './remotes.ts';
import type { Glue, WebpackRequire } from './require.ts';
import { installSharing } from './sharing.ts';
import { installStartup } from './startup.ts';

/**
 * Fills the handlers that the bundler's tables leave open. The text of this function is what builds contain. Where it
 * is able to serve any container it is offered to those of the page; without arguments that is all.
 */
export function install(req?: WebpackRequire, config?: RuntimeConfig): void {
  if (__CONTAINER__ && __REMOTES__ && __SHARES__) offerRuntime(install, kinds);
  if (req && config) fill(req, config);
}

/** What the containers that this text serves may need. */
const kinds = __MANIFESTS__
  ? __VERSION_FIRST__
    ? ['', 'm', 'f', 'mf']
    : ['', 'm']
  : __VERSION_FIRST__
    ? ['', 'f']
    : [''];

function fill(req: WebpackRequire, config: RuntimeConfig): void {
  if (__POLICIES__) {
    usePolicies(config.policies);
    // The chunks of a container come in as the container did.
    req.nc = req.nc || pageNonce();
  }
  const glue: Glue = { req, state: stateOf(req, config) };
  installSharing(glue);
  if (__CONTAINER__) installContainer(glue);
  if (req.l) installChunks(req, config.name);
  req.f = req.f || {};
  if (__SHARES__) installConsumes(glue);
  if (__REMOTES__) installRemotes(glue);
  if (config.startup) installStartup(req, config.startup);
}

function stateOf(req: WebpackRequire, config: RuntimeConfig): ShareState {
  if (__API__) return fullInstance(req, config);
  if (__REMOTES__) return lightInstance(config);
  const { name, shareStrategy } = config;
  return { name, strategy: shareStrategy, shareScopeMap: Object.create(null) };
}
