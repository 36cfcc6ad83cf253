import {
  filtersVersions,
  isPath,
  normalizeProvides,
  packageReader,
  fileOf,
  type ProvidePlan,
  type ProvideSharedPluginOptions,
  shareMatcher,
  takesVersion,
  versionOwning,
} from '@hansa/core';
import { federate } from '../federate.ts';
import { moduleFactory } from '../moduleFactory.ts';
import type { Compilation, Compiler, NormalModuleFactory } from '../Webpack.ts';
import { getProvideForSharedDependency } from './ProvideForSharedDependency.ts';
import { getProvideSharedDependency } from './ProvideSharedDependency.ts';
import { getProvideSharedModule, type ProvideData } from './ProvideSharedModule.ts';
import { isOwnRequest } from './isOwnRequest.ts';
import { reportShare } from './reportShare.ts';

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

interface Provided {
  readonly file: string;
  readonly plan: ProvidePlan;
  readonly moduleLayer: string | undefined;
}

/** By file, because two versions of a package are two files, and by what it is provided as. */
type AllProvided = Map<string, Provided>;

type Match = ReturnType<typeof shareMatcher<ProvidePlan>>;

export function applyProvides(compiler: Compiler, provides: readonly ProvidePlan[]): void {
  const { webpack, hooks } = compiler;
  federate(compiler, {});
  const byPath = provides.filter(({ request }) => isPath(request));
  const byName = provides.filter(({ request }) => !isPath(request));
  const matchers = rounds(byName).map((plans) => shareMatcher(plans, ({ layer }) => layer));
  const perCompilation = new WeakMap<Compilation, AllProvided>();

  hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const { dependencyFactories } = compilation;
    const factory = moduleFactory(getProvideSharedModule(webpack));
    dependencyFactories.set(getProvideSharedDependency(webpack), factory);
    dependencyFactories.set(getProvideForSharedDependency(webpack), normalModuleFactory);
    const provided: AllProvided = new Map();
    for (const plan of byPath) add(provided, { file: plan.request, plan, moduleLayer: plan.layer });
    perCompilation.set(compilation, provided);
    collect(normalModuleFactory, provided, matchers);
  });

  hooks.finishMake.tapPromise(NAME, async (compilation) => {
    const provided = perCompilation.get(compilation) ?? new Map<string, Provided>();
    // Not in the order in which they happened to be found.
    const inOrder = [...provided].sort(([a], [b]) => (a < b ? -1 : 1));
    await Promise.all(inOrder.map(([, one]) => include(compilation, one)));
  });
}

/** Lists in which no request occurs twice for one layer: one module may be provided under several names. */
function rounds(plans: readonly ProvidePlan[]): ProvidePlan[][] {
  const lists: ProvidePlan[][] = [];
  const counts = new Map<string, number>();
  for (const plan of plans) {
    const key = `${plan.layer ?? ''}|${plan.request}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    (lists[count] ??= []).push(plan);
  }
  return lists;
}

function collect(
  { hooks }: NormalModuleFactory,
  provided: AllProvided,
  matchers: readonly Match[],
): void {
  hooks.module.tap(NAME, (module, { resource: file }, resolveData) => {
    const { request, context, dependencies } = resolveData;
    const moduleLayer = module.layer ?? undefined;
    for (const match of file ? matchers : []) {
      const found = match({ request, context, layer: moduleLayer });
      // A sub-path that is not consumed is not shared at all.
      if (!found || (found.value.subpath && !isOwnRequest(dependencies[0]))) continue;
      const { value, rest } = found;
      const plan = rest ? { ...value, shareKey: value.shareKey + rest } : value;
      add(provided, { file: file!, plan, moduleLayer });
      // A module that webpack took from its memory would not pass here again.
      resolveData.cacheable = false;
    }
    return module;
  });
}

/** Several requests may lead to one file, and it may have several names: of each the first counts. */
function add(provided: AllProvided, one: Provided): void {
  const { file, plan, moduleLayer } = one;
  const { shareKey, shareScope, layer, issuerLayer } = plan;
  const key = JSON.stringify([file, shareScope, shareKey, moduleLayer, layer, issuerLayer]);
  if (!provided.has(key)) provided.set(key, one);
}

async function include(
  compilation: Compilation,
  { file, plan, moduleLayer }: Provided,
): Promise<void> {
  const { context, webpack } = compilation.compiler;
  const Dependency = getProvideSharedDependency(webpack);
  const { shareKey, shareScope, eager, singleton, requiredVersion, strictVersion, layer } = plan;
  const version = await versionOf(compilation, file, plan);
  if (filtersVersions(plan) && !takesVersion(plan, version === '0' ? undefined : version)) return;
  const data: ProvideData = {
    shareKey,
    shareScope,
    version,
    request: file,
    eager,
    singleton,
    requiredVersion,
    strictVersion,
    layer,
    moduleLayer,
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
  const path = fileOf(file);
  const found = await versionOwning(packageReader(compilation), path).catch(
    (error: Error) => error,
  );
  if (typeof found === 'string') return found;
  const reason = found ? found.message : 'no package.json above it has a version';
  const message = `The version of the shared module ${request} in ${path} is unknown: ${reason}. Set shared["${request}"].version.`;
  reportShare(compilation, 'VERSION_UNKNOWN', request, message);
  return '0';
}
