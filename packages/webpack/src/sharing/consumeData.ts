import type { ConsumePlan } from '@hansa/core';
import type { Compilation } from '../Webpack.ts';
import type { ConsumeData } from './ConsumeSharedModule.ts';
import { packageReader } from './packageFiles.ts';
import { packageNameOf, requiredVersion } from './requiredVersion.ts';
import { shareProblem } from './shareProblem.ts';

/** One import of a shared module. */
export interface ConsumeRequest {
  readonly compilation: Compilation;
  /** Folder of the importer. */
  readonly context: string;
  /** As written, or the file when the plan names one. */
  readonly request: string;
  readonly plan: ConsumePlan;
}

/** Fills in what the plan leaves to the importer's surroundings. Problems go to the compilation. */
export async function consumeData(consume: ConsumeRequest): Promise<ConsumeData> {
  const { compilation, plan } = consume;
  const { shareKey, shareScope, strictVersion, singleton, eager } = plan;
  // A path was written in the configuration, a package name is looked up from where it is imported.
  const direct = plan.import !== false && isPath(plan.import);
  const context = direct ? compilation.compiler.context : consume.context;
  const [importResolved, range] = await Promise.all([
    resolveFallback(consume, context),
    requiredRange(consume),
  ]);
  return {
    context,
    shareKey,
    shareScope,
    import: (importResolved && plan.import) || undefined,
    importResolved,
    requiredVersion: range ?? '*',
    strictVersion,
    singleton,
    eager,
  };
}

/** Relative or absolute. */
export function isPath(request: string): boolean {
  return /^(\.\.?($|[\\/])|\/|[a-z]:[\\/]|\\\\)/i.test(request);
}

function resolveFallback(
  { compilation, request, plan }: ConsumeRequest,
  context: string,
): Promise<string | undefined> {
  const { import: fallback } = plan;
  if (!fallback) return Promise.resolve(undefined);
  return resolveFile(compilation, context, fallback).catch((error: Error) => {
    const message = `The fallback of the shared module ${request} was not found. Install it, or set import: false.\n${error.message}`;
    const problem = shareProblem(
      compilation.compiler.webpack,
      'SHARED_MODULE_NOT_FOUND',
      request,
      message,
    );
    compilation.errors.push(problem);
    return undefined;
  });
}

/** Resolves like an `import` would. */
export function resolveFile(
  compilation: Compilation,
  context: string,
  request: string,
): Promise<string | undefined> {
  const resolver = compilation.resolverFactory.get('normal', { dependencyType: 'esm' });
  const { fileDependencies, contextDependencies, missingDependencies } = compilation;
  const found = { fileDependencies, contextDependencies, missingDependencies };
  return new Promise((resolve, reject) => {
    resolver.resolve({}, context, request, found, (error, file) =>
      error ? reject(error) : resolve(file || undefined),
    );
  });
}

async function requiredRange({
  compilation,
  context,
  request,
  plan,
}: ConsumeRequest): Promise<string | undefined> {
  if (plan.requiredVersion !== undefined) return plan.requiredVersion || undefined;
  const packageName = plan.packageName ?? (isPath(request) ? undefined : packageNameOf(request));
  if (packageName === undefined) return undefined;
  const found = await requiredVersion(packageReader(compilation), context, packageName);
  if ('range' in found) return found.range;
  const message = `The version of the shared module ${request} that is needed is unknown: ${found.problem}. Set shared["${plan.request}"].requiredVersion.`;
  const problem = shareProblem(
    compilation.compiler.webpack,
    'REQUIRED_VERSION_UNKNOWN',
    request,
    message,
  );
  compilation.warnings.push(problem);
  return undefined;
}
