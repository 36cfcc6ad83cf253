import type { InitializeExposesData } from '@hansa/runtime/protocol';
import { Code, type Printed } from '../Code.ts';
import { codeDataOf, sourceTypes } from '../sourceTypes.ts';
import { printedScope } from '../shareScope.ts';
import { modulesIn, type Table } from '../TableRuntimeModule.ts';
import type { ContainerEntryModule } from './ContainerEntryModule.ts';

/** What the container of a runtime exposes. */
export const exposesTable: Table = {
  name: 'initializeExposesData',
  collect: (context): Printed<InitializeExposesData> | undefined => {
    const { compilation } = context;
    for (const [chunk, [module]] of modulesIn(context, context.chunks, sourceTypes.expose)) {
      const { exposes, shareScope } = (module as ContainerEntryModule).data;
      const codes = codeDataOf<string[]>(compilation, module!, chunk, sourceTypes.expose);
      if (!codes) return undefined;
      return {
        moduleMap: Object.fromEntries(
          exposes.map(({ key }, index) => [key, new Code(codes[index]!)]),
        ),
        shareScope: printedScope(shareScope),
      };
    }
    return undefined;
  },
};
