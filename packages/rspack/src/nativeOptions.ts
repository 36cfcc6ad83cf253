import type {
  ConsumeSharedPluginOptions,
  ContainerPluginOptions,
  ContainerReferencePluginOptions,
  LibraryOptions,
  ProvideSharedPluginOptions,
} from '@rspack/core';
import type {
  ConsumePlan,
  ContainerPlan,
  FederationPlan,
  ProvidePlan,
  RemotePlan,
} from '@hansa/core';

/**
 * Options of Rspack's native plugins, all in `enhanced` mode: they then print the tables and leave the behaviour to our
 * runtime. A plugin that has nothing to do is absent.
 */
export interface NativeOptions {
  readonly container?: ContainerPluginOptions;
  readonly references?: ContainerReferencePluginOptions;
  readonly consumes?: ConsumeSharedPluginOptions;
  readonly provides?: ProvideSharedPluginOptions<true>;
}

export function nativeOptions(plan: FederationPlan): NativeOptions {
  return defined<NativeOptions>({
    container: plan.container && containerOptions(plan.container),
    references: plan.remotes.length > 0 ? referenceOptions(plan.remotes) : undefined,
    consumes: plan.consumes.length > 0 ? consumeOptions(plan.consumes) : undefined,
    provides: plan.provides.length > 0 ? provideOptions(plan.provides) : undefined,
  });
}

function containerOptions(container: ContainerPlan): ContainerPluginOptions {
  return defined<ContainerPluginOptions>({
    enhanced: true,
    name: container.name,
    filename: container.filename,
    library: structuredClone(container.library) as LibraryOptions,
    runtime: container.runtime,
    shareScope: nativeScope(container.shareScope),
    exposes: container.exposes.map(({ key, import: requests, chunkName }) => ({
      [key]: { import: [...requests], name: chunkName },
    })),
  });
}

function referenceOptions(remotes: readonly RemotePlan[]): ContainerReferencePluginOptions {
  return {
    enhanced: true,
    remoteType: 'var',
    remotes: remotes.map((remote) => ({
      [remote.alias]: { external: external(remote), shareScope: nativeScope(remote.shareScope) },
    })),
  };
}

/** With the type in front of the request, one plugin serves remotes of different types. */
function external({ alias, sources }: RemotePlan): string {
  const [source] = sources;
  if (source?.kind === 'external') return `${source.type} ${source.request}`;
  if (source?.kind === 'internal') return `internal ${source.request}`;
  // Our runtime loads it and never requires this module. Rspack merges equal externals: the alias keeps the ids apart.
  return `var void ${JSON.stringify(alias)}`;
}

function consumeOptions(consumes: readonly ConsumePlan[]): ConsumeSharedPluginOptions {
  return {
    enhanced: true,
    consumes: consumes.map(({ request, shareScope, ...item }) => ({
      [request]: defined({ ...item, shareScope: nativeScope(shareScope) }),
    })),
  };
}

function provideOptions(provides: readonly ProvidePlan[]): ProvideSharedPluginOptions<true> {
  return {
    enhanced: true,
    provides: provides.map(({ request, shareScope, ...item }) => ({
      [request]: defined({ ...item, shareScope: nativeScope(shareScope) }),
    })),
  };
}

/** A single scope is printed as a string, the form that every deployed runtime reads. */
function nativeScope(scopes: readonly string[]): string | string[] {
  const [only, ...more] = scopes;
  return only !== undefined && more.length === 0 ? only : [...scopes];
}

/** Without the keys that have no value: Rspack's option types know absent keys only. */
function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
