import type {
  ConsumePlan,
  ContainerPlan,
  FederationPlan,
  ProvidePlan,
} from '../../src/options/plan.ts';

/** A plan with defaults for everything that a test does not mention. */
export function planOf(parts: Partial<FederationPlan> = {}): FederationPlan {
  return {
    name: 'app',
    container: undefined,
    remotes: [],
    consumes: [],
    provides: [],
    shareScope: ['default'],
    shareStrategy: 'version-first',
    manifest: {
      fileName: 'mf-manifest.json',
      statsFileName: 'mf-stats.json',
      disableAssetsAnalyze: false,
    },
    asyncStartup: true,
    runtimePlugins: [],
    ...parts,
  };
}

export function containerOf(parts: Partial<ContainerPlan> = {}): ContainerPlan {
  return {
    name: 'app',
    filename: 'remoteEntry.js',
    library: { type: 'var', name: 'app' },
    runtime: undefined,
    shareScope: ['default'],
    exposes: [],
    ...parts,
  };
}

export function consumeOf(shareKey: string, parts: Partial<ConsumePlan> = {}): ConsumePlan {
  return {
    request: shareKey,
    shareKey,
    shareScope: ['default'],
    import: shareKey,
    packageName: undefined,
    requiredVersion: undefined,
    strictVersion: false,
    singleton: false,
    eager: false,
    ...parts,
  };
}

export function provideOf(shareKey: string, parts: Partial<ProvidePlan> = {}): ProvidePlan {
  return {
    request: shareKey,
    shareKey,
    shareScope: ['default'],
    version: undefined,
    eager: false,
    singleton: undefined,
    requiredVersion: undefined,
    strictVersion: undefined,
    ...parts,
  };
}
