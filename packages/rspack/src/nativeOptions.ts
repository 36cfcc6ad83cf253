import type {
  ConsumeSharedPluginOptions,
  ContainerPluginOptions,
  ContainerReferencePluginOptions,
  LibraryOptions,
  ProvideSharedPluginOptions,
} from '@rspack/core';
import {
  packageNameOf,
  type ConsumePlan,
  type ContainerPlan,
  type FederationPlan,
  type ProvidePlan,
  type RemotePlan,
} from '@hansa/core';
import { nativeRequest } from './shareRequests.ts';

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
    // Rspack takes the first that fits, we the longest.
    remotes: [...remotes]
      .sort((one, other) => other.alias.length - one.alias.length)
      .map((remote) => ({
        [remote.alias]: { external: externals(remote), shareScope: nativeScope(remote.shareScope) },
      })),
  };
}

/** With the type in front of the request, one plugin serves remotes of different types. */
function externals({ alias, sources }: RemotePlan): string | string[] {
  const list = sources.flatMap((source) => {
    if (source.kind === 'entry') return [];
    const type = source.kind === 'external' ? source.type : source.kind;
    return `${type} ${source.request}`;
  });
  // Our runtime loads it and never requires this module. Rspack merges equal externals: the alias keeps the ids apart.
  const [only = `var void ${JSON.stringify(alias)}`, ...more] = list;
  return more.length ? list : only;
}

function consumeOptions(consumes: readonly ConsumePlan[]): ConsumeSharedPluginOptions {
  return {
    enhanced: true,
    consumes: consumes.map((consume) => ({
      [nativeRequest(consume)]: defined({
        shareKey: consume.shareKey,
        shareScope: nativeScope(consume.shareScope),
        import: consume.import,
        // What Rspack would read from the request of a layer is no package.
        packageName:
          consume.packageName ??
          (consume.issuerLayer === undefined ? undefined : packageNameOf(consume.request)),
        requiredVersion: consume.requiredVersion,
        strictVersion: consume.strictVersion,
        singleton: consume.singleton,
        eager: consume.eager,
      }),
    })),
  };
}

function provideOptions(provides: readonly ProvidePlan[]): ProvideSharedPluginOptions<true> {
  return {
    enhanced: true,
    provides: provides.map((provide) => ({
      [provide.request]: defined({
        shareKey: provide.shareKey,
        shareScope: nativeScope(provide.shareScope),
        version: provide.version,
        eager: provide.eager,
        singleton: provide.singleton,
        requiredVersion: provide.requiredVersion,
        strictVersion: provide.strictVersion,
      }),
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
