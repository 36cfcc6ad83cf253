import {
  type ContainerReferencePluginOptions,
  normalizeRemotes,
  type RemotePlan,
} from '@hansa/core';
import { federate } from '../federate.ts';
import { requestMatcher } from '../requestMatcher.ts';
import type { Compilation, Compiler, ResolveData, Webpack } from '../Webpack.ts';
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
  for (const remote of remotes) applyExternal(compiler, remote);
  const hasExternals = remotes.some(({ sources: [source] }) => source?.kind === 'external');
  const find = remoteFinder(webpack, remotes);

  compiler.hooks.thisCompilation.tap(NAME, (compilation, { normalModuleFactory }) => {
    const Dependency = getRemoteToExternalDependency(webpack);
    compilation.dependencyFactories.set(Dependency, normalModuleFactory);
    normalModuleFactory.hooks.factorize.tap(NAME, find);
    if (hasExternals) keepInEntries(webpack, compilation);
  });
}

function referenceOf(alias: string): string {
  return `webpack/container/reference/${alias}`;
}

function applyExternal(compiler: Compiler, { alias, sources: [source] }: RemotePlan): void {
  if (source?.kind !== 'external') return;
  const { ExternalsPlugin } = compiler.webpack;
  // With the type in front: webpack would take the first word of `new Promise(…)` for one.
  const externals = { [referenceOf(alias)]: `${source.type} ${source.request}` };
  new ExternalsPlugin(source.type as ExternalsType, externals).apply(compiler);
}

type ExternalsType = ConstructorParameters<Webpack['ExternalsPlugin']>[0];

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
    const { alias, shareScope, sources } = remote;
    const [source] = sources;
    return new Module({
      request,
      alias,
      expose: `.${request.slice(alias.length)}`,
      shareScope,
      external: source?.kind === 'internal' ? source.request : referenceOf(alias),
      byUrl: source?.kind === 'entry',
    });
  };
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
