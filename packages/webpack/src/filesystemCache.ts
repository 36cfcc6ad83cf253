import { getContainerEntryDependency } from './container/ContainerEntryDependency.ts';
import { getContainerEntryModule } from './container/ContainerEntryModule.ts';
import { getExposedDependency } from './container/ExposedDependency.ts';
import { getStaticExportsDependency } from './container/StaticExportsDependency.ts';
import { getFallbackDependency } from './remotes/FallbackDependency.ts';
import { getFallbackItemDependency } from './remotes/FallbackItemDependency.ts';
import { getFallbackModule } from './remotes/FallbackModule.ts';
import { getRemoteModule } from './remotes/RemoteModule.ts';
import { getRemoteToExternalDependency } from './remotes/RemoteToExternalDependency.ts';
import { getConsumeSharedFallbackDependency } from './sharing/ConsumeSharedFallbackDependency.ts';
import { getConsumeSharedModule } from './sharing/ConsumeSharedModule.ts';
import { getProvideForSharedDependency } from './sharing/ProvideForSharedDependency.ts';
import { getProvideSharedDependency } from './sharing/ProvideSharedDependency.ts';
import { getProvideSharedModule } from './sharing/ProvideSharedModule.ts';
import { version } from './version.ts';
import type { Compiler } from './Webpack.ts';

const CACHED_CLASSES = [
  getContainerEntryDependency,
  getContainerEntryModule,
  getExposedDependency,
  getStaticExportsDependency,
  getFallbackDependency,
  getFallbackItemDependency,
  getFallbackModule,
  getRemoteModule,
  getRemoteToExternalDependency,
  getConsumeSharedFallbackDependency,
  getConsumeSharedModule,
  getProvideForSharedDependency,
  getProvideSharedDependency,
  getProvideSharedModule,
];

/** Makes webpack read our classes from its filesystem cache, and drop the cache when they are not the ones it was written with. */
export function prepareFilesystemCache({ webpack, options }: Compiler): void {
  // All of them: a cache may hold what an earlier configuration used.
  for (const getClass of CACHED_CLASSES) getClass(webpack);

  // A cache with classes that nobody registers would never heal: webpack fails to write it, too.
  const { cache } = options;
  if (!cache || cache.type !== 'filesystem') return;
  cache.version = `${cache.version ?? ''}|@hansa/webpack@${version}`;
}
