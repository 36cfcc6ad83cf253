import { type Cached, cachedClass } from '../cachedClass.ts';
import { getFederationModule } from '../FederationModule.ts';
import { portablePath } from '../portablePath.ts';
import { codeData, sourceTypes } from '../sourceTypes.ts';
import type {
  CodeGenerationContext,
  CodeGenerationResult,
  Module,
  ModuleGraph,
  RequestShortener,
  Webpack,
} from '../Webpack.ts';
import { getConsumeSharedFallbackDependency } from './ConsumeSharedFallbackDependency.ts';
import { layerPrefix, withLayer } from './layer.ts';
import { addTarget, targetOf, targetThunk } from './shareTarget.ts';

export interface ConsumeData {
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  /** Request of the fallback; `undefined`: there is none. */
  readonly import: string | undefined;
  /** File of the fallback. */
  readonly importResolved: string | undefined;
  /** A range, or `*`. */
  readonly requiredVersion: string;
  readonly strictVersion: boolean;
  readonly singleton: boolean;
  readonly eager: boolean;
  /** Of this module and its fallback. */
  readonly layer: string | undefined;
}

export type ConsumeSharedModule = Module & Cached<ConsumeData>;
/** `context`: the folder that the fallback is resolved from. */
export type ConsumeSharedModuleClass = new (
  data: ConsumeData,
  context?: string,
) => ConsumeSharedModule;

const SOURCE_TYPES: ReadonlySet<string> = new Set([sourceTypes.consume]);

/** A module that comes from a share scope. */
export const getConsumeSharedModule: (webpack: Webpack) => ConsumeSharedModuleClass =
  cachedClass<ConsumeSharedModuleClass>('ConsumeSharedModule', (webpack) => {
    const FederationModule = getFederationModule(webpack);
    return class ConsumeSharedModule extends FederationModule<ConsumeData> {
      constructor(data: ConsumeData, context?: string) {
        super('consume-shared-module', data, context, data.layer);
      }

      override describe(): string {
        const { importResolved } = this.data;
        return describe(this.data, importResolved && portablePath(importResolved));
      }

      override readableIdentifier(shortener: RequestShortener): string {
        const { importResolved } = this.data;
        return describe(this.data, shortener.shorten(importResolved));
      }

      override libIdent(): string {
        const { shareScope, shareKey, import: request } = this.data;
        const fallback = request ? `/${request}` : '';
        return `${layerPrefix(this)}webpack/sharing/consume/${shareScope.join('|')}/${shareKey}${fallback}`;
      }

      override getSourceTypes(): ReadonlySet<string> {
        return SOURCE_TYPES;
      }

      /** Sloppy importers find out at run time, because another build may provide another format than our fallback's. */
      override getExportsType(
        graph: ModuleGraph,
        strict?: boolean,
      ): ReturnType<Module['getExportsType']> {
        const target = strict ? targetOf(this) : undefined;
        const fallback = target && graph.getModule(target);
        return fallback ? fallback.getExportsType(graph, strict) : 'dynamic';
      }

      override addReferences(): void {
        const { import: request, eager } = this.data;
        const Dependency = getConsumeSharedFallbackDependency(webpack);
        if (request) addTarget(webpack, this, { dependency: new Dependency(request), eager });
      }

      override codeGeneration(context: CodeGenerationContext): CodeGenerationResult {
        const { import: request } = this.data;
        const thunk = request ? targetThunk(this, request, context) : undefined;
        return {
          sources: new Map(),
          data: codeData(sourceTypes.consume, thunk?.code),
          runtimeRequirements: thunk?.requirements ?? null,
        };
      }
    };
  });

function describe(data: ConsumeData, fallback: string | null | undefined): string {
  const { shareScope, shareKey, requiredVersion, strictVersion, singleton, eager } = data;
  const file = withLayer(fallback ?? '', data.layer);
  return [
    `consume shared module (${shareScope.join('|')}) ${shareKey}@${requiredVersion}`,
    strictVersion && '(strict)',
    singleton && '(singleton)',
    file && `(fallback: ${file})`,
    eager && '(eager)',
  ]
    .filter(Boolean)
    .join(' ');
}
