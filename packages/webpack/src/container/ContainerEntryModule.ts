import type { ExposePlan } from '@hansa/core';
import { type Cached, cachedClass } from '../cachedClass.ts';
import { getFederationModule } from '../FederationModule.ts';
import { portablePath } from '../portablePath.ts';
import { codeData, sourceTypes } from '../sourceTypes.ts';
import type { CodeGenerationContext, CodeGenerationResult, Module, Webpack } from '../Webpack.ts';
import { type ExposedDependency, getExposedDependency } from './ExposedDependency.ts';
import { getStaticExportsDependency } from './StaticExportsDependency.ts';

export interface ContainerData {
  readonly name: string;
  readonly shareScope: readonly string[];
  readonly exposes: readonly ExposePlan[];
}

export type ContainerEntryModule = Module & Cached<ContainerData>;
export type ContainerEntryModuleClass = new (data: ContainerData) => ContainerEntryModule;

const SOURCE_TYPES: ReadonlySet<string> = new Set(['javascript', sourceTypes.expose]);

/** What `remoteEntry.js` exports: `get` and `init`, which the runtime brings. */
export const getContainerEntryModule: (webpack: Webpack) => ContainerEntryModuleClass =
  cachedClass<ContainerEntryModuleClass>('ContainerEntryModule', (webpack) => {
    const FederationModule = getFederationModule(webpack);
    return class ContainerEntryModule extends FederationModule<ContainerData> {
      constructor(data: ContainerData) {
        super('javascript/dynamic', data);
      }

      override describe(): string {
        const { shareScope, exposes } = this.data;
        const items = exposes.map(({ key, chunkName, import: imports, layer }) => [
          key,
          { name: chunkName, import: imports.map(portablePath), layer },
        ]);
        return `container entry (${shareScope.join('|')}) ${JSON.stringify(items)}`;
      }

      override readableIdentifier(): string {
        return 'container entry';
      }

      override libIdent(): string {
        return `webpack/container/entry/${this.data.name}`;
      }

      override getSourceTypes(): ReadonlySet<string> {
        return SOURCE_TYPES;
      }

      override addReferences(): void {
        this.buildMeta!.exportsType = 'namespace';
        for (const expose of this.data.exposes) this.addBlock(exposeBlock(webpack, expose));
        const StaticExportsDependency = getStaticExportsDependency(webpack);
        this.addDependency(new StaticExportsDependency(['get', 'init']));
      }

      override codeGeneration(context: CodeGenerationContext): CodeGenerationResult {
        const { RuntimeGlobals: globals, sources } = webpack;
        const { runtimeTemplate } = context;
        const runtimeRequirements = new Set([
          globals.require,
          globals.exports,
          globals.definePropertyGetters,
          globals.hasOwnProperty,
        ]);
        const thunks = this.blocks.map((block) =>
          exposeThunk(block, { ...context, runtimeRequirements }),
        );
        // Getters, because the runtime is complete only after this module ran in some startup orders.
        const getter = (name: string): string =>
          runtimeTemplate.returningFunction(`${globals.require}.${name}`);
        const text = `${globals.definePropertyGetters}(${this.exportsArgument}, { get: ${getter('getContainer')}, init: ${getter('initContainer')} });`;
        return {
          sources: new Map([['javascript', new sources.RawSource(text)]]),
          data: codeData(sourceTypes.expose, thunks),
          runtimeRequirements,
        };
      }
    };
  });

type Block = Module['blocks'][number];

function exposeBlock(
  webpack: Webpack,
  { key, chunkName, import: imports, layer }: ExposePlan,
): Block {
  const ExposedDependency = getExposedDependency(webpack);
  const block = new webpack.AsyncDependenciesBlock(
    { name: chunkName },
    { name: key },
    imports.at(-1),
  );
  for (const request of imports)
    block.addDependency(new ExposedDependency({ key, request, layer }));
  return block;
}

/** Code of a function that loads the chunks of an expose and yields its factory. */
function exposeThunk(
  block: Block,
  context: CodeGenerationContext & { runtimeRequirements: Set<string> },
): string {
  const { chunkGraph, moduleGraph, runtimeTemplate, runtimeRequirements } = context;
  const targets = (block.dependencies as ExposedDependency[]).map((dependency) => ({
    module: moduleGraph.getModule(dependency),
    request: dependency.request,
  }));
  if (targets.some((target) => !target.module)) {
    const request = targets.map((target) => target.request).join(', ');
    return runtimeTemplate.basicFunction(
      '',
      runtimeTemplate.throwMissingModuleErrorBlock({ request }),
    );
  }
  const requires = targets.map((target) =>
    runtimeTemplate.moduleRaw({
      ...target,
      module: target.module!,
      chunkGraph,
      weak: false,
      runtimeRequirements,
    }),
  );
  const chunks = runtimeTemplate.blockPromise({
    block,
    message: '',
    chunkGraph,
    runtimeRequirements,
  });
  const factory = runtimeTemplate.returningFunction(`(${requires.join(', ')})`);
  return runtimeTemplate.returningFunction(
    `${chunks}.then(${runtimeTemplate.returningFunction(factory)})`,
  );
}
