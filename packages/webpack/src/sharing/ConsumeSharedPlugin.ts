import {
  type ConsumePlan,
  type ConsumeSharedPluginOptions,
  isPath,
  normalizeConsumes,
  shareMatcher,
} from '@hansa/core';
import { federate } from '../federate.ts';
import { keepImports } from '../keptImports.ts';
import type { Compilation, Compiler, NormalModuleFactory, ResolveData } from '../Webpack.ts';
import { awaitShares } from './awaitShares.ts';
import { getConsumeSharedFallbackDependency } from './ConsumeSharedFallbackDependency.ts';
import { type ConsumeRequest, createConsume, type CreatedConsume } from './createConsume.ts';
import { isOwnRequest } from './isOwnRequest.ts';
import { reportShare } from './reportShare.ts';
import { resolveFile } from './resolveFile.ts';

/** Makes imports of shared modules ask the share scope first. */
export class ConsumeSharedPlugin {
  private readonly consumes: readonly ConsumePlan[];

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ConsumeSharedPluginOptions) {
    this.consumes = normalizeConsumes(options);
  }

  apply(compiler: Compiler): void {
    applyConsumes(compiler, this.consumes);
  }
}

const NAME = 'HansaConsumes';

type Create = (consume: Omit<ConsumeRequest, 'compilation'>) => Promise<CreatedConsume>;

export function applyConsumes(compiler: Compiler, consumes: readonly ConsumePlan[]): void {
  federate(compiler, {});
  keepImports(compiler);
  const byPath = consumes.filter(({ request }) => isPath(request));
  const byName = consumes.filter(({ request }) => !isPath(request));
  const match = shareMatcher(byName, ({ issuerLayer }) => issuerLayer);

  compiler.hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const Dependency = getConsumeSharedFallbackDependency(compiler.webpack);
    compilation.dependencyFactories.set(Dependency, normalModuleFactory);
    const create = moduleCreator(compilation);
    awaitShares(compilation);

    normalModuleFactory.hooks.factorize.tapAsync(NAME, (resolveData, callback) => {
      const { context, request, dependencies, contextInfo, dependencyType } = resolveData;
      const found = match({ request, context, layer: contextInfo.issuerLayer });
      if (!found || isOwnRequest(dependencies[0])) return callback();
      // Which module that would be is for its own rules to say.
      if (found.value.subpath && hasAttributes(resolveData)) return callback();
      const plan = below(found.value, found.rest);
      create({ context, request: found.request, plan, dependencyType }).then(
        ({ module, reported }) => {
          // Else the next build would not report it again.
          if (reported) resolveData.cacheable = false;
          callback(null, module);
        },
        callback,
      );
    });
    if (byPath.length) consumeFiles(compilation, normalModuleFactory, { byPath, create });
  });
}

/** The plan of `pkg/` applied to `pkg/rest`. */
function below(plan: ConsumePlan, rest: string): ConsumePlan {
  if (!rest) return plan;
  return {
    ...plan,
    shareKey: plan.shareKey + rest,
    import: plan.import && plan.import + rest,
  };
}

function hasAttributes({ attributes }: ResolveData): boolean {
  return Object.keys(attributes ?? {}).length > 0;
}

/** Many modules import the same from the same folder: one answer serves them all. */
function moduleCreator(compilation: Compilation): Create {
  const known = new Map<string, ReturnType<Create>>();
  return (consume) => {
    const { issuerLayer = '', subpath } = consume.plan;
    const kind = subpath ? consume.dependencyType : '';
    const key = `${consume.context}\0${consume.request}\0${issuerLayer}\0${kind}`;
    let module = known.get(key);
    if (!module) {
      module = createConsume({ compilation, ...consume });
      known.set(key, module);
    }
    return module;
  };
}

/** Shares that are configured by path are recognised by the file that a request leads to. */
function consumeFiles(
  compilation: Compilation,
  { hooks }: NormalModuleFactory,
  { byPath, create }: { byPath: readonly ConsumePlan[]; create: Create },
): void {
  const ready = Promise.all(byPath.map((plan) => fileOf(compilation, plan))).then(
    (files) => new Map(files.map(([file, plan]) => [`${plan.issuerLayer ?? ''}|${file}`, plan])),
  );
  hooks.createModule.tapPromise(NAME, async ({ resource }, data) => {
    const { context, dependencies, contextInfo } = data;
    if (isOwnRequest(dependencies[0])) return undefined;
    const plans = await ready;
    const plan =
      plans.get(`${contextInfo.issuerLayer ?? ''}|${resource}`) ?? plans.get(`|${resource}`);
    if (!plan) return undefined;
    const { module, reported } = await create({ context, request: resource!, plan });
    if (reported) data.cacheable = false;
    return module;
  });
}

async function fileOf(
  compilation: Compilation,
  plan: ConsumePlan,
): Promise<readonly [string, ConsumePlan]> {
  const { context } = compilation.compiler;
  const { request } = plan;
  if (!request.startsWith('.')) return [request, plan];
  try {
    return [(await resolveFile(compilation, context, request)) ?? request, plan];
  } catch (error) {
    const message = `The shared module ${request} was not found from ${context}.\n${(error as Error).message}`;
    reportShare(compilation, 'SHARED_MODULE_NOT_FOUND', request, message);
    return [request, plan];
  }
}
