import {
  type ContainerReferencePluginOptions,
  includeInternal,
  normalizeRemotes,
  type RemotePlan,
  requestMatcher,
} from '@hansa/core';
import { federate } from '../federate.ts';
import { keepImports } from '../keptImports.ts';
import type { Compilation, Compiler, ResolveData, Webpack } from '../Webpack.ts';
import { moduleFactory } from '../moduleFactory.ts';
import { getFallbackDependency } from './FallbackDependency.ts';
import { getFallbackItemDependency } from './FallbackItemDependency.ts';
import { getFallbackModule } from './FallbackModule.ts';
import { getRemoteModule, type RemoteModule } from './RemoteModule.ts';
import { getRemoteToExternalDependency } from './RemoteToExternalDependency.ts';

/** Makes `import 'alias/…'` load modules of other builds. */
export class ContainerReferencePlugin {
  private readonly remotes: readonly RemotePlan[];

  /** @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong. */
  constructor(options: ContainerReferencePluginOptions) {
    this.remotes = normalizeRemotes(options);
  }

  apply(compiler: Compiler): void {
    applyRemotes(compiler, this.remotes);
  }
}

const NAME = 'HansaRemotes';

export function applyRemotes(compiler: Compiler, remotes: readonly RemotePlan[]): void {
  const { webpack } = compiler;
  federate(compiler, { remotes });
  keepImports(compiler);
  applyExternals(compiler, remotes);
  includeInternal(compiler, remotes);
  const hasExternals = remotes.some(({ sources }) => sources.some(isExternal));
  const find = remoteFinder(webpack, remotes);

  compiler.hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const Dependency = getRemoteToExternalDependency(webpack);
    const { dependencyFactories } = compilation;
    dependencyFactories.set(Dependency, normalModuleFactory);
    dependencyFactories.set(
      getFallbackDependency(webpack),
      moduleFactory(getFallbackModule(webpack)),
    );
    dependencyFactories.set(getFallbackItemDependency(webpack), normalModuleFactory);
    normalModuleFactory.hooks.factorize.tap(NAME, find);
    if (hasExternals) keepInEntries(webpack, compilation);
  });
}

function referenceOf(alias: string, index: number): string {
  return `webpack/container/reference/${alias}${index ? `/fallback-${index}` : ''}`;
}

/** Requests of the modules that yield the container; none where the runtime loads it by URL. */
function requestsOf({ alias, sources }: RemotePlan): string[] {
  return sources.flatMap((source, index) => {
    if (source.kind === 'entry') return [];
    return source.kind === 'internal' ? source.request : referenceOf(alias, index);
  });
}

/** One plugin for all: each is asked at every import. */
function applyExternals(compiler: Compiler, remotes: readonly RemotePlan[]): void {
  const externals = remotes.flatMap(({ alias, sources }) =>
    sources.flatMap((source, index) => {
      if (source.kind !== 'external') return [];
      return [[referenceOf(alias, index), `${source.type} ${source.request}`] as const];
    }),
  );
  if (!externals.length) return;
  // Each has its type in front: webpack would take the first word of `new Promise(…)` for one.
  new compiler.webpack.ExternalsPlugin('var', Object.fromEntries(externals)).apply(compiler);
}

function remoteFinder(
  webpack: Webpack,
  remotes: readonly RemotePlan[],
): (data: ResolveData) => RemoteModule | undefined {
  const Module = getRemoteModule(webpack);
  const match = requestMatcher(
    remotes.flatMap((remote) => [
      [remote.alias, remote],
      [`${remote.alias}/`, remote],
    ]),
  );
  return ({ request }) => {
    const remote = match(request)?.value;
    if (!remote || request.includes('!')) return undefined;
    const { alias, shareScope } = remote;
    return new Module({
      request,
      alias,
      expose: `.${request.slice(alias.length)}`,
      shareScope,
      external: referenceOf(alias, 0),
      requests: requestsOf(remote),
    });
  };
}

function isExternal({ kind }: RemotePlan['sources'][number]): boolean {
  return kind === 'external';
}

/**
 * Containers take part in the initialisation of share scopes, which comes before chunks are loaded. webpack < 5.106 has
 * all externals in entry chunks and no such hook.
 */
function keepInEntries({ ExternalModule }: Webpack, compilation: Compilation): void {
  const { chunkCondition } = ExternalModule.getCompilationHooks?.(compilation) ?? {};
  chunkCondition?.tap(
    NAME,
    (chunk, { chunkGraph }) => chunkGraph.getNumberOfEntryModules(chunk) > 0,
  );
}
