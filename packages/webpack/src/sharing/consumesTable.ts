import type { ConsumeData, ConsumesLoadingData } from '@hansa/runtime/protocol';
import { Code, type Printed } from '../Code.ts';
import { codeDataOf, sourceTypes } from '../sourceTypes.ts';
import { modulesIn, type Table, type TableContext } from '../TableRuntimeModule.ts';
import type { Chunk, Module } from '../Webpack.ts';
import type { ConsumeSharedModule } from './ConsumeSharedModule.ts';
import { printedScope } from '../shareScope.ts';

/** Which shared modules each chunk imports. */
export const consumesTable: Table = {
  name: 'consumesLoadingData',
  collect: (context): Printed<ConsumesLoadingData> | undefined => {
    const { chunk, chunks, chunkGraph } = context;
    const table: Printed<ConsumesLoadingData> = {
      chunkMapping: {},
      moduleIdToConsumeDataMapping: {},
      initialConsumes: [],
    };
    const idOf = (module: Module): string => String(chunkGraph.getModuleId(module));
    for (const [one, modules] of modulesIn(context, chunks, sourceTypes.consume)) {
      table.chunkMapping[one.id!] = modules.map(idOf);
      for (const module of modules) {
        table.moduleIdToConsumeDataMapping[idOf(module)] = consumeOf(context, one, module);
      }
    }
    for (const [, modules] of modulesIn(context, initialChunks(chunk), sourceTypes.consume)) {
      table.initialConsumes.push(...modules.map(idOf));
    }
    return Object.keys(table.chunkMapping).length ? table : undefined;
  },
};

/** Also of a worker, whose chunks are not those of the page. */
function initialChunks(runtimeChunk: Chunk): Set<Chunk> {
  const groups = [...runtimeChunk.groupsIterable];
  return new Set([
    ...runtimeChunk.getAllInitialChunks(),
    ...groups.flatMap(({ chunks }) => chunks),
  ]);
}

function consumeOf(
  { compilation }: TableContext,
  chunk: Chunk,
  module: Module,
): Printed<ConsumeData> {
  const { shareScope, shareKey, requiredVersion, strictVersion, singleton, eager, layer, ...data } =
    (module as ConsumeSharedModule).data;
  const code = codeDataOf<string>(compilation, module, chunk, sourceTypes.consume);
  return {
    shareScope: printedScope(shareScope),
    shareKey,
    import: data.import ?? null,
    requiredVersion,
    strictVersion,
    singleton,
    eager,
    ...(layer !== undefined && { layer }),
    ...(code && { fallback: new Code(code) }),
  };
}
