import type { Compilation } from '../Webpack.ts';

/** Resolves like an `import` would, or another kind of request; `undefined` for a module that is ignored. Rejects when nothing is found. */
export function resolveFile(
  compilation: Compilation,
  context: string,
  request: string,
  dependencyType = 'esm',
): Promise<string | undefined> {
  const resolver = compilation.resolverFactory.get('normal', { dependencyType });
  const { fileDependencies, contextDependencies, missingDependencies } = compilation;
  const found = { fileDependencies, contextDependencies, missingDependencies };
  return new Promise((resolve, reject) => {
    resolver.resolve({}, context, request, found, (error, file) =>
      error ? reject(error) : resolve(file || undefined),
    );
  });
}
