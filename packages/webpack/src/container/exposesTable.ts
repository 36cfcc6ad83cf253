import type { InitializeExposesData } from '@hansa/runtime/protocol';
import { Code, type Printed } from '../Code.ts';
import { sourceTypes } from '../sourceTypes.ts';
import { printedScope } from '../shareScope.ts';
import { modulesIn, type Table } from '../TableRuntimeModule.ts';
import type { ContainerEntryModule } from './ContainerEntryModule.ts';

/** What the container of a runtime exposes. */
export const exposesTable: Table = {
  name: 'initializeExposesData',
  collect(context): Printed<InitializeExposesData> | undefined {
    const { codeGenerationResults } = context.compilation;
    const chunks = context.chunk.getAllReferencedChunks();
    for (const [{ runtime }, [module]] of modulesIn(context, chunks, sourceTypes.expose)) {
      const { exposes, shareScope } = (module as ContainerEntryModule).data;
      const codes: string[] = codeGenerationResults!.getData(module!, runtime, sourceTypes.expose);
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
