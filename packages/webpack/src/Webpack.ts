/** The types of webpack that this package uses, and names for those that webpack does not export. */
import type webpack from 'webpack';

export type Webpack = typeof webpack;
export type Compiler = webpack.Compiler;
export type Compilation = webpack.Compilation;
export type Chunk = webpack.Chunk;
export type ChunkGraph = webpack.ChunkGraph;
export type ModuleGraph = webpack.ModuleGraph;
export type Module = webpack.Module;
export type Dependency = webpack.Dependency;
export type ModuleDependency = InstanceType<Webpack['dependencies']['ModuleDependency']>;
export type NormalModuleFactory = Parameters<
  Parameters<Compiler['hooks']['normalModuleFactory']['tap']>[1]
>[0];
export type ResolveData = Parameters<
  Parameters<NormalModuleFactory['hooks']['factorize']['tap']>[1]
>[0];
export type ModuleFactory = Parameters<Compilation['dependencyFactories']['set']>[1];
export type CodeGenerationContext = Parameters<Module['codeGeneration']>[0];
export type CodeGenerationResult = ReturnType<Module['codeGeneration']>;
export type NeedBuildCallback = Parameters<Module['needBuild']>[1];
export type BuildCallback = Parameters<Module['build']>[4];
export type RequestShortener = Parameters<Module['readableIdentifier']>[0];
