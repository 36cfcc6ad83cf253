import type { Compilation, Compiler, NormalModuleFactory } from '@rspack/core';
import {
  filtersVersions,
  isPath,
  packageReader,
  fileOf,
  requestMatcher,
  shareMatcher,
  takesVersion,
  versionOwning,
  type ConsumePlan,
} from '@hansa/core';
import { nativeRequest, needsGate, UNSHARED } from './shareRequests.ts';

const NAME = 'HansaShareGate';

type Gate = (request: ImportRequest) => Promise<string>;

interface ImportRequest {
  readonly request: string;
  readonly context: string;
  readonly layer: string | undefined;
}

/**
 * Decides about imports that Rspack's native plugins would match by their request alone, and rewrites the request to
 * one that they match, or do not. Costs a call per import, therefore only with shares that ask for it.
 */
export function applyShareGate(compiler: Compiler, consumes: readonly ConsumePlan[]): void {
  if (!consumes.some(needsGate)) return;
  aliasUnshared(compiler, consumes);
  compiler.hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const decide = gate(compilation, normalModuleFactory, consumes);
    normalModuleFactory.hooks.beforeResolve.tapPromise(NAME, async (data) => {
      const { request, context, contextInfo } = data;
      const layer = (contextInfo as { readonly issuerLayer?: string }).issuerLayer;
      const decided = await decide({ request, context, layer });
      if (decided !== request) data.request = decided;
    });
  });
}

/** An alias, because it leaves everything else about the request as it is. */
function aliasUnshared({ options: { resolve } }: Compiler, consumes: readonly ConsumePlan[]): void {
  const names = consumes.map(({ request }) => request.replace(/\/$/, ''));
  const aliases = names.map((name) => [UNSHARED + name, name] as const);
  resolve.alias = { ...(resolve.alias || {}), ...Object.fromEntries(aliases) };
}

function gate(
  compilation: Compilation,
  factory: NormalModuleFactory,
  consumes: readonly ConsumePlan[],
): Gate {
  const byName = consumes.filter(({ request }) => !isPath(request));
  const match = shareMatcher(byName, ({ issuerLayer }) => issuerLayer);
  const matchNative = requestMatcher(byName.map((plan) => [nativeRequest(plan), plan]));
  const takesFile = fileFilter(compilation, factory);
  return async (from) => {
    const { request, context } = from;
    const found = match(from);
    if (!found) return matchNative(request) ? UNSHARED + request : request;
    const { value: plan, rest } = found;
    if (filtersVersions(plan) && !(await takesFile(context, found.request, plan))) {
      return found.request === request ? UNSHARED + request : request;
    }
    return nativeRequest(plan) + rest;
  };
}

/** Whether a share takes the version that an importer would get without sharing. */
function fileFilter(
  compilation: Compilation,
  factory: NormalModuleFactory,
): (context: string, request: string, plan: ConsumePlan) => Promise<boolean> {
  const read = packageReader(compilation);
  const resolver = factory.getResolver('normal', { dependencyType: 'esm' });
  return async (context, request, plan) => {
    const file = await new Promise<string | undefined>((resolve) => {
      resolver.resolve({}, context, request, {}, (_, found) => resolve(found || undefined));
    });
    // What cannot be resolved is reported by Rspack.
    if (file === undefined) return true;
    return takesVersion(plan, await versionOwning(read, fileOf(file)));
  };
}
