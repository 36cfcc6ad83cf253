import { normalizeProvides, type ProvidePlan, type ProvideSharedPluginOptions } from '@hansa/core';
import { federate } from '../federate.ts';
import { moduleFactory } from '../moduleFactory.ts';
import { requestMatcher } from '../requestMatcher.ts';
import type { Compilation, Compiler, NormalModuleFactory } from '../Webpack.ts';
import { packageReader, versionOwning } from './packageFiles.ts';
import { getProvideForSharedDependency } from './ProvideForSharedDependency.ts';
import { getProvideSharedDependency } from './ProvideSharedDependency.ts';
import { getProvideSharedModule, type ProvideData } from './ProvideSharedModule.ts';
import { reportShare } from './reportShare.ts';
import { isPath } from './resolveFile.ts';

/** Puts the modules of this build into share scopes, for other builds to use. */
export class ProvideSharedPlugin {
  private readonly provides: readonly ProvidePlan[];

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ProvideSharedPluginOptions) {
    this.provides = normalizeProvides(options);
  }

  apply(compiler: Compiler): void {
    applyProvides(compiler, this.provides);
  }
}

const NAME = 'HansaProvides';

/** By file: two versions of a package are two files. */
type Provided = Map<string, ProvidePlan>;

export function applyProvides(compiler: Compiler, provides: readonly ProvidePlan[]): void {
  const { webpack, hooks } = compiler;
  federate(compiler, {});
  const byPath = provides.filter(({ request }) => isPath(request));
  const byName = provides.filter(({ request }) => !isPath(request));
  const match = requestMatcher(byName.map((plan) => [plan.request, plan]));
  const perCompilation = new WeakMap<Compilation, Provided>();

  hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const { dependencyFactories } = compilation;
    const factory = moduleFactory(getProvideSharedModule(webpack));
    dependencyFactories.set(getProvideSharedDependency(webpack), factory);
    dependencyFactories.set(getProvideForSharedDependency(webpack), normalModuleFactory);
    const provided: Provided = new Map(byPath.map((plan) => [plan.request, plan]));
    perCompilation.set(compilation, provided);
    collect(normalModuleFactory, provided, match);
  });

  hooks.finishMake.tapPromise(NAME, async (compilation) => {
    const provided = perCompilation.get(compilation) ?? [];
    // Not in the order in which they happened to be found.
    const inOrder = [...provided].sort(([a], [b]) => (a < b ? -1 : 1));
    await Promise.all(inOrder.map(([file, plan]) => include(compilation, file, plan)));
  });
}

function collect(
  { hooks }: NormalModuleFactory,
  provided: Provided,
  match: ReturnType<typeof requestMatcher<ProvidePlan>>,
): void {
  hooks.module.tap(NAME, (module, { resource }, resolveData) => {
    const found = match(resolveData.request);
    if (!found || !resource || provided.has(resource)) return module;
    const { value: plan, rest } = found;
    provided.set(resource, rest ? { ...plan, shareKey: plan.shareKey + rest } : plan);
    // A module that webpack took from its memory would not pass here again.
    resolveData.cacheable = false;
    return module;
  });
}

async function include(compilation: Compilation, file: string, plan: ProvidePlan): Promise<void> {
  const { context, webpack } = compilation.compiler;
  const Dependency = getProvideSharedDependency(webpack);
  const { shareKey, shareScope, eager, singleton, requiredVersion, strictVersion } = plan;
  const data: ProvideData = {
    shareKey,
    shareScope,
    version: await versionOf(compilation, file, plan),
    request: file,
    eager,
    singleton,
    requiredVersion,
    strictVersion,
  };
  await new Promise<void>((resolve, reject) => {
    compilation.addInclude(context, new Dependency(data), {}, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

async function versionOf(
  compilation: Compilation,
  file: string,
  plan: ProvidePlan,
): Promise<string> {
  const { request, version } = plan;
  if (version !== undefined) return version || '0';
  // Files of the app itself have no version that means anything to others.
  if (isPath(request)) return '0';
  const [path] = file.split('?', 1);
  const found = await versionOwning(packageReader(compilation), path!).catch(
    (error: Error) => error,
  );
  if (typeof found === 'string') return found;
  const reason = found ? found.message : 'no package.json above it has a version';
  const message = `The version of the shared module ${request} in ${path} is unknown: ${reason}. Set shared["${request}"].version.`;
  reportShare(compilation, 'VERSION_UNKNOWN', request, message);
  return '0';
}
