import { type Cached, cachedClass } from '../cachedClass.ts';
import { getFederationModule } from '../FederationModule.ts';
import type {
  Chunk,
  CodeGenerationContext,
  CodeGenerationResult,
  Compilation,
  Module,
  Webpack,
} from '../Webpack.ts';
import { getFallbackItemDependency } from './FallbackItemDependency.ts';

export interface FallbackData {
  /** Key of the `remotes` option. */
  readonly alias: string;
  readonly requests: readonly string[];
}

export type FallbackModule = Module & Cached<FallbackData>;
export type FallbackModuleClass = new (data: FallbackData) => FallbackModule;

const SOURCE_TYPES: ReadonlySet<string> = new Set(['javascript']);

/** Yields the container of the first module that has one. A failure is not remembered. */
export const getFallbackModule: (webpack: Webpack) => FallbackModuleClass =
  cachedClass<FallbackModuleClass>('FallbackModule', (webpack) => {
    const FederationModule = getFederationModule(webpack);
    return class FallbackModule extends FederationModule<FallbackData> {
      constructor(data: FallbackData) {
        super('fallback-module', data);
      }

      override describe(): string {
        return `fallback ${this.data.requests.join(' ')}`;
      }

      override readableIdentifier(): string {
        return `fallback ${this.data.alias}`;
      }

      override libIdent(): string {
        return `webpack/container/fallback/${this.data.alias}`;
      }

      override getSourceTypes(): ReadonlySet<string> {
        return SOURCE_TYPES;
      }

      /** Where its externals are. */
      override chunkCondition(chunk: Chunk, { chunkGraph }: Compilation): boolean {
        return chunkGraph.getNumberOfEntryModules(chunk) > 0;
      }

      override addReferences(): void {
        const Dependency = getFallbackItemDependency(webpack);
        for (const request of this.data.requests) this.addDependency(new Dependency(request));
      }

      override codeGeneration(context: CodeGenerationContext): CodeGenerationResult {
        const { moduleGraph, chunkGraph } = context;
        const { sources, RuntimeGlobals } = webpack;
        const { module, require, moduleCache } = RuntimeGlobals;
        const ids = this.dependencies.flatMap((dependency) => {
          const found = moduleGraph.getModule(dependency);
          return found ? chunkGraph.getModuleId(found)! : [];
        });
        const text = `var ids = ${JSON.stringify(ids)};
var attempt = function (index) {
  return new Promise(function (resolve) { resolve(${require}(ids[index])); }).then(function (container) {
    if (!container) throw new Error("no container");
    return container;
  }).catch(function (error) {
    delete ${moduleCache}[ids[index]];
    if (index + 1 < ids.length) return attempt(index + 1);
    throw error;
  });
};
${this.moduleArgument}.exports = attempt(0);`;
        return {
          sources: new Map([['javascript', new sources.RawSource(text)]]),
          runtimeRequirements: new Set([module, require, moduleCache]),
        };
      }
    };
  });
