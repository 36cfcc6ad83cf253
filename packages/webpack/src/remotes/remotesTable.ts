import type { ModuleId, RemotesLoadingData } from '@hansa/runtime/protocol';
import { printedScope } from '../shareScope.ts';
import { sourceTypes } from '../sourceTypes.ts';
import { modulesIn, type Table, type TableContext } from '../TableRuntimeModule.ts';
import type { RemoteModule } from './RemoteModule.ts';

/** Which remote modules each chunk imports. */
export const remotesTable: Table = {
  name: 'remotesLoadingData',
  collect: (context): RemotesLoadingData | undefined => {
    const table: RemotesLoadingData = { chunkMapping: {}, moduleIdToRemoteDataMapping: {} };
    for (const [chunk, modules] of modulesIn(context, context.chunks, sourceTypes.remote)) {
      table.chunkMapping[chunk.id!] = modules.map((module) => {
        const { shareScope, expose, alias } = (module as RemoteModule).data;
        const id = String(context.chunkGraph.getModuleId(module));
        table.moduleIdToRemoteDataMapping[id] = {
          shareScope: printedScope(shareScope),
          name: expose,
          externalModuleId: externalId(context, module as RemoteModule),
          remoteName: alias,
        };
        return id;
      });
    }
    return Object.keys(table.chunkMapping).length ? table : undefined;
  },
};

/** Id of the module that yields the container. Where the runtime loads it by URL, no module has this id. */
export function externalId(
  { compilation, chunkGraph }: TableContext,
  { data, dependencies }: RemoteModule,
): ModuleId {
  const module = dependencies[0] && compilation.moduleGraph.getModule(dependencies[0]);
  return (module && chunkGraph.getModuleId(module)) ?? data.external;
}
