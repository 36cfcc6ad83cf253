import { readAsyncStartup } from './asyncStartup.ts';
import { readContainer } from './container.ts';
import { readManifest } from './manifest.ts';
import { readPublicPath } from './publicPath.ts';
import type { FederationPlan } from './plan.ts';
import { readRemotes } from './remotes.ts';
import { readRemoteType } from './remoteType.ts';
import { readRuntimePlugins } from './runtimePlugins.ts';
import { readShared } from './shared.ts';
import { readShareScope } from './shareScope.ts';
import { readShareStrategy } from './shareStrategy.ts';
import type { ModuleFederationPluginOptions } from './types.ts';
import { switchOrObject, type Fields, type FieldTable } from './validate.ts';

/** Upstream leaves it to `output.filename`, but everybody writes this, and a remote needs a name that stays. */
const FILENAME = 'remoteEntry.js';

const TREE_SHAKING = {
  treeShakingDir: 'later',
  treeShakingSharedDir: 'later',
  treeShakingSharedPlugins: 'later',
  treeShakingSharedExcludePlugins: 'later',
  injectTreeShakingUsedExports: 'later',
} as const;

export const FEDERATION_FIELDS: FieldTable<ModuleFederationPluginOptions> = {
  ...TREE_SHAKING,
  name: 'used',
  filename: 'used',
  exposes: 'used',
  remotes: 'used',
  shared: 'used',
  shareScope: 'used',
  shareStrategy: 'used',
  library: 'used',
  remoteType: 'used',
  runtime: 'used',
  manifest: 'used',
  experiments: 'used',
  runtimePlugins: 'used',
  getPublicPath: 'used',
  implementation: { ignored: 'the runtime is part of the plugin' },
  virtualRuntimeEntry: { ignored: 'the runtime is never written to a file' },
  dts: 'used',
  dev: { ignored: 'there are no types to keep fresh yet' },
  bridge: { ignored: 'nothing is aliased to a bridge' },
  async: { ignored: 'startup is set by experiments.asyncStartup' },
  dataPrefetch: { ignored: 'it was removed upstream' },
};

export function readFederation(at: Fields<ModuleFederationPluginOptions>): FederationPlan {
  const shareScope = readShareScope(at.shareScope);
  const container = readContainer(at, shareScope);
  const publicPath = readPublicPath(at.getPublicPath);
  switchOrObject(at.dts);
  if (publicPath && container.exposes.length === 0) {
    const { path, report } = at.getPublicPath;
    report.notices.push(`${path}: has no effect without exposes`);
  }
  return {
    name: container.name,
    container:
      container.exposes.length > 0
        ? {
            ...container,
            filename: container.filename ?? FILENAME,
            ...(publicPath && { publicPath }),
          }
        : undefined,
    remotes: readRemotes(at.remotes, readRemoteType(at.remoteType, at.library), shareScope),
    ...readShared(at.shared, shareScope, true),
    shareScope,
    shareStrategy: readShareStrategy(at.shareStrategy),
    manifest: readManifest(at.manifest),
    asyncStartup: readAsyncStartup(at.experiments),
    runtimePlugins: readRuntimePlugins(at.runtimePlugins),
  };
}
