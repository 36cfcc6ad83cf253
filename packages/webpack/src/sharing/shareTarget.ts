import type { CodeGenerationContext, Dependency, Module, Webpack } from '../Webpack.ts';

/** Adds `dependency` to `module`: at once when eager, in a chunk of its own otherwise. */
export function addTarget(
  webpack: Webpack,
  module: Module,
  { dependency, eager }: { dependency: Dependency; eager: boolean },
): void {
  if (eager) {
    module.addDependency(dependency);
    return;
  }
  const block = new webpack.AsyncDependenciesBlock({});
  block.addDependency(dependency);
  module.addBlock(block);
}

/** What {@link addTarget} added. */
export function targetOf({ dependencies, blocks }: Module): Dependency | undefined {
  return dependencies[0] ?? blocks[0]?.dependencies[0];
}

/** Code of the function that loads it, and what that code uses. */
export function targetThunk(
  { blocks: [block], dependencies: [dependency] }: Module,
  request: string,
  { runtimeTemplate, chunkGraph }: CodeGenerationContext,
): { code: string; requirements: Set<string> } {
  const runtimeRequirements = new Set<string>();
  const context = { chunkGraph, request, runtimeRequirements };
  const code = block
    ? runtimeTemplate.asyncModuleFactory({ ...context, block })
    : runtimeTemplate.syncModuleFactory({ ...context, dependency: dependency! });
  return { code, requirements: runtimeRequirements };
}
