import type { RuntimePlugin } from '../hooks/RuntimePlugin.ts';
import type { ModuleFederation } from '../host.ts';
import { Instance } from '../instance.ts';
import type { Remote } from '../options.ts';
import type { ModuleId, RuntimeConfig } from '../protocol/tables.ts';
import type { WebpackRequire } from './require.ts';

/**
 * The instance of a build that has users of the API or runtime plugins. Its options follow when it is first used: by
 * then the chunk that holds the plugins is there.
 */
export function fullInstance(req: WebpackRequire, config: RuntimeConfig): ModuleFederation {
  const { name, shareStrategy } = config;
  // A hot update may run all this anew: what was registered stays.
  const former = __DEV__ && req.federation && req.federation.instance;
  const instance =
    former && former.name === name ? former : new Instance({ name, shareStrategy }, true);
  let started = false;
  const start = (): ModuleFederation => {
    if (!started) {
      started = true;
      try {
        const plugins = __PLUGINS__ ? pluginsOf(req, config.plugins) : [];
        instance.initOptions({ name, plugins, remotes: remotesOf(config) });
      } catch (error) {
        started = false;
        throw error;
      }
    }
    return instance;
  };
  req.federation = {
    initOptions: { name },
    chunkMatcher: (id) => !(config.withoutFile || []).includes(id),
    get instance() {
      return start();
    },
  };
  return instance;
}

/** The module of the build that has them sets them. */
function pluginsOf(req: WebpackRequire, id: ModuleId | undefined): RuntimePlugin[] {
  if (id !== undefined) req(id);
  return (req.federation.plugins || []).map(([module, params]) => {
    const made = module.default || module;
    return (typeof made === 'function' ? made(params) : made) as RuntimePlugin;
  });
}

/** Two remotes of one container name are told apart by their keys. */
function remotesOf({ remotes }: RuntimeConfig): Remote[] {
  const aliases = Object.keys(remotes);
  // By these the build asks: none may lead to a container of that name.
  const taken = new Set(aliases);
  return aliases.map((alias) => {
    const { sources, shareScope } = remotes[alias]!;
    const { name: entryGlobalName, entry, type } = sources[0]!;
    const name = taken.has(entryGlobalName) ? alias : entryGlobalName;
    taken.add(name);
    const remote = { name, alias, entry, type, entryGlobalName, shareScope };
    return sources[1] ? Object.assign(remote, { fallbacks: sources.slice(1) }) : remote;
  });
}
