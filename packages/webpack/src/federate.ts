import {
  environmentOf,
  federationRuntimeModule,
  keepFederatedApart,
  nativeSharingText,
  applyRuntime,
  reaches,
  type RuntimeAdapter,
  type RuntimeContribution,
} from '@hansa/core';
import { getContainerEntryModule } from './container/ContainerEntryModule.ts';
import { exposesTable } from './container/exposesTable.ts';
import { prepareFilesystemCache } from './filesystemCache.ts';
import { keepEntries } from './keepEntries.ts';
import { remotesTable } from './remotes/remotesTable.ts';
import { consumesTable } from './sharing/consumesTable.ts';
import { sharingTable } from './sharing/sharingTable.ts';
import { sourceTypes } from './sourceTypes.ts';
import { tableRuntimeModule } from './TableRuntimeModule.ts';
import type { Chunk, Compilation, Compiler } from './Webpack.ts';

/** What differs from Rspack. */
const adapter: RuntimeAdapter = { stage: 'STAGE_ATTACH', sourceTypes, openHandlers: false };

const NAME = 'HansaTables';
const TABLES = [exposesTable, remotesTable, sharingTable, consumesTable];

const federated = new WeakSet<Compiler>();

/** What every plugin of this package needs, once per compiler: the cache, the runtime, and the tables it reads. */
export function federate(compiler: Compiler, contribution: RuntimeContribution): void {
  applyRuntime(compiler, contribution, adapter);
  if (federated.has(compiler)) return;
  federated.add(compiler);
  prepareFilesystemCache(compiler);
  // By then all plugins have had their say on the options.
  compiler.hooks.environment.tap(NAME, () => {
    keepFederatedApart(compiler.options.optimization.splitChunks);
  });
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    requireFactories(compiler, compilation);
    keepEntries(compiler, compilation);
    addTables(compiler, compilation);
    replaceShareRuntime(compiler, compilation);
  });
}

/** The code around the modules of a chunk asks for them by the requirements of the chunk, not by those of its tree. */
function requireFactories({ webpack }: Compiler, compilation: Compilation): void {
  const { moduleFactories, shareScopeMap } = webpack.RuntimeGlobals;
  compilation.hooks.additionalChunkRuntimeRequirements.tap(NAME, (chunk, requirements) => {
    if (!chunk.hasRuntime()) return;
    const holds = reaches(compilation.chunkGraph, chunk, sourceTypes);
    if (holds('remote') || holds('consume')) requirements.add(moduleFactories);
    if (holds('provide') && holdsNativeContainer(webpack, compilation, chunk)) {
      requirements.add(shareScopeMap);
    }
  });
}

/** Tapped after the runtime: the tables follow it. */
function addTables({ webpack }: Compiler, compilation: Compilation): void {
  const TableRuntimeModule = tableRuntimeModule(webpack);
  compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk, requirements) => {
    if (!carriesRuntime(compilation, chunk)) return;
    const { chunkGraph } = compilation;
    const chunks = chunk.getAllReferencedChunks();
    const context = { webpack, compilation, chunkGraph, chunk, chunks, requirements };
    for (const { name, collect } of TABLES) {
      const table = collect(context);
      if (table) compilation.addRuntimeModule(chunk, new TableRuntimeModule(name, table));
    }
  });
}

/** webpack adds a runtime of its own for share scopes, unless somebody else says that it did. */
function replaceShareRuntime(compiler: Compiler, compilation: Compilation): void {
  const { shareScopeMap, hasOwnProperty, require } = compiler.webpack.RuntimeGlobals;
  const RuntimeModule = federationRuntimeModule(compiler);
  compilation.hooks.runtimeRequirementInTree
    .for(shareScopeMap)
    .tap({ name: NAME, stage: -100 }, (chunk, requirements) => {
      if (!carriesRuntime(compilation, chunk)) return undefined;
      requirements.add(hasOwnProperty);
      if (!holdsNative(compilation, chunk)) return true;
      const { es5 } = environmentOf(compiler);
      const text = `${nativeSharingText(es5)}(${require});`;
      const piece = { name: 'federation beside sharing', stage: 'STAGE_BASIC', text } as const;
      compilation.addRuntimeModule(chunk, new RuntimeModule(piece) as never);
      return undefined;
    });
}

function carriesRuntime({ chunkGraph }: Compilation, chunk: Chunk): boolean {
  for (const module of chunkGraph.getChunkRuntimeModulesIterable(chunk)) {
    if (module.identifier() === 'webpack/runtime/federation') return true;
  }
  return false;
}

/** Whether webpack's own plugins provide shares or use remotes there. */
function holdsNative({ chunkGraph }: Compilation, chunk: Chunk): boolean {
  for (const one of chunk.getAllReferencedChunks()) {
    if (chunkGraph.getChunkModulesIterableBySourceType(one, 'share-init')) return true;
  }
  return false;
}

/** A container of webpack's own plugin, which asks for no share scopes, and uses those that are there. */
function holdsNativeContainer(
  webpack: Compiler['webpack'],
  { chunkGraph }: Compilation,
  chunk: Chunk,
): boolean {
  const Own = getContainerEntryModule(webpack);
  return [...chunkGraph.getChunkEntryModulesIterable(chunk)].some(
    (module) => module.identifier().startsWith('container entry ') && !(module instanceof Own),
  );
}
