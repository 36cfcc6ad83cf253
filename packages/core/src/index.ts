// Options
export { createModuleFederationConfig } from './options/createModuleFederationConfig.ts';
export {
  normalizeConsumes,
  normalizeContainer,
  normalizeOptions,
  normalizeProvides,
  normalizeRemotes,
  normalizeShared,
  optionNotices,
} from './options/normalize.ts';
export type { SharedPlan } from './options/shared.ts';
export type * from './options/plan.ts';
export type * from './options/shareTypes.ts';
export type * from './options/types.ts';

// Errors
export { OptionsError } from './errors.ts';
export type { OptionProblem } from './errors.ts';

// The runtime in the output
export { applyRuntime } from './compiler/runtime/applyRuntime.ts';
export type { RuntimeAdapter } from './compiler/runtime/runtimePieces.ts';
export { federationRuntimeModule } from './compiler/runtime/FederationRuntimeModule.ts';
export { environmentOf } from './compiler/runtime/environment.ts';
export { nativeSharingText } from './compiler/runtime/runtimeText.ts';
export { reaches, waits } from './compiler/runtime/chunkReach.ts';
export { chunkModules } from './compiler/chunkModules.ts';
export { consumeIdentity } from './compiler/shareIdentity.ts';
export { noteRange } from './compiler/writtenRanges.ts';
export type { RuntimeContribution } from './compiler/runtime/runtimeContributions.ts';
export { isModuleLibrary } from './compiler/runtime/startup.ts';
export { keepFederatedApart } from './compiler/keepFederatedApart.ts';
export { setUniqueName } from './compiler/uniqueName.ts';
export { ManifestPlugin } from './compiler/manifest/ManifestPlugin.ts';

// Problems
export { applyBuildProblems } from './compiler/problems/buildProblems.ts';
export { claimContainerFilename } from './compiler/container/containerFilename.ts';

// Remotes
export { INCLUDE_STAGE, includeInternal } from './compiler/includeInternal.ts';
export { refuseLoaderExternals } from './compiler/loaderExternals.ts';

// Shares
export { claimOf, dependencyOf } from './sharing/claim.ts';
export type { RangeClaim } from './sharing/claim.ts';
export { foldersAbove, packageReader, versionIn, versionOwning } from './sharing/packageFiles.ts';
export type { PackageFile, ReadPackage } from './sharing/packageFiles.ts';
export { packageNameOf } from './sharing/packageName.ts';
export { isPath, fileOf } from './sharing/paths.ts';
export { requestMatcher } from './sharing/requestMatcher.ts';
export { filtersVersions, takesVersion } from './sharing/shareFilter.ts';
export { shareMatcher } from './sharing/shareMatcher.ts';

// Containers
export { withOwnChunks } from './compiler/container/exposeChunks.ts';
export { applyPublicPath } from './compiler/container/containerPublicPath.ts';
export {
  claimContainerRuntime,
  containerRuntime,
  ownContainerRuntime,
} from './compiler/container/containerRuntime.ts';
export { keepContainerWhole } from './compiler/container/keepContainerWhole.ts';
export { refuseModuleVariable, setContainerOutput } from './compiler/container/containerOutput.ts';
