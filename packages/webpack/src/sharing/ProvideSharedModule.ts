import { type Cached, cachedClass } from '../cachedClass.ts';
import { getFederationModule } from '../FederationModule.ts';
import { portablePath } from '../portablePath.ts';
import { codeData, sourceTypes } from '../sourceTypes.ts';
import type {
  CodeGenerationContext,
  CodeGenerationResult,
  Module,
  RequestShortener,
  Webpack,
} from '../Webpack.ts';
import { getProvideForSharedDependency } from './ProvideForSharedDependency.ts';
import { layerPrefix, withLayer } from './layer.ts';
import { addTarget, targetThunk } from './shareTarget.ts';

export interface ProvideData {
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  /** `0`: unknown. */
  readonly version: string;
  /** File, or request from the compiler's context. */
  readonly request: string;
  readonly eager: boolean;
  readonly singleton: boolean | undefined;
  readonly requiredVersion: string | false | undefined;
  readonly strictVersion: boolean | undefined;
  /** Under which the scope keeps it. */
  readonly layer: string | undefined;
  /** Of the module that is provided. */
  readonly moduleLayer: string | undefined;
}

export type ProvideSharedModule = Module & Cached<ProvideData>;
export type ProvideSharedModuleClass = new (data: ProvideData) => ProvideSharedModule;

/** What a provided module leaves for the table. */
export interface ProvideThunk {
  readonly code: string;
  readonly requirements: readonly string[];
}

const SOURCE_TYPES: ReadonlySet<string> = new Set([sourceTypes.provide]);

/** Puts a module into a share scope. */
export const getProvideSharedModule: (webpack: Webpack) => ProvideSharedModuleClass =
  cachedClass<ProvideSharedModuleClass>('ProvideSharedModule', (webpack) => {
    const FederationModule = getFederationModule(webpack);
    return class ProvideSharedModule extends FederationModule<ProvideData> {
      constructor(data: ProvideData) {
        super('provide-module', data, undefined, data.moduleLayer);
      }

      override describe(): string {
        return describe(this.data, portablePath(this.data.request));
      }

      override readableIdentifier(shortener: RequestShortener): string {
        return describe(this.data, shortener.shorten(this.data.request) ?? '');
      }

      override libIdent(): string {
        return `${layerPrefix(this)}webpack/sharing/provide/${this.data.shareScope.join('|')}/${this.data.shareKey}`;
      }

      override getSourceTypes(): ReadonlySet<string> {
        return SOURCE_TYPES;
      }

      override addReferences(): void {
        const { request, eager } = this.data;
        const Dependency = getProvideForSharedDependency(webpack);
        addTarget(webpack, this, { dependency: new Dependency(request), eager });
      }

      override codeGeneration(context: CodeGenerationContext): CodeGenerationResult {
        const { code, requirements } = targetThunk(this, this.data.request, context);
        const thunk: ProvideThunk = { code, requirements: [...requirements] };
        // The requirements go with the table: every entry includes this module, but only some are federated.
        return {
          sources: new Map(),
          data: codeData(sourceTypes.provide, thunk),
          runtimeRequirements: null,
        };
      }
    };
  });

function describe(data: ProvideData, file: string): string {
  const { shareScope, shareKey, version, layer, moduleLayer } = data;
  const where = withLayer(file, layer ?? moduleLayer);
  return `provide shared module (${shareScope.join('|')}) ${shareKey}@${version} = ${where}`;
}
