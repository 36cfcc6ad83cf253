import { type Cached, cachedClass } from '../cachedClass.ts';
import { getFederationModule } from '../FederationModule.ts';
import { sourceTypes } from '../sourceTypes.ts';
import type { CodeGenerationResult, Module, Webpack } from '../Webpack.ts';
import { getFallbackDependency } from './FallbackDependency.ts';
import { getRemoteToExternalDependency } from './RemoteToExternalDependency.ts';

export interface RemoteData {
  /** What user code imports. */
  readonly request: string;
  /** Key of the `remotes` option. */
  readonly alias: string;
  /** Key of the expose: `./Button`, or `.`. */
  readonly expose: string;
  readonly shareScope: readonly string[];
  /** Names the container in the tables where no module yields it. */
  readonly external: string;
  /** Modules that yield the container, tried in order; none where the runtime loads it by URL. */
  readonly requests: readonly string[];
}

export type RemoteModule = Module & Cached<RemoteData>;
export type RemoteModuleClass = new (data: RemoteData) => RemoteModule;

const SOURCE_TYPES: ReadonlySet<string> = new Set([sourceTypes.remote]);

/** A module of another build. */
export const getRemoteModule: (webpack: Webpack) => RemoteModuleClass =
  cachedClass<RemoteModuleClass>('RemoteModule', (webpack) => {
    const FederationModule = getFederationModule(webpack);
    return class RemoteModule extends FederationModule<RemoteData> {
      constructor(data: RemoteData) {
        super('remote-module', data);
      }

      override describe(): string {
        const { shareScope, external, requests, expose } = this.data;
        const container = requests.join(' ') || external;
        return `remote (${shareScope.join('|')}) ${container} ${expose}`;
      }

      override readableIdentifier(): string {
        return `remote ${this.data.request}`;
      }

      override libIdent(): string {
        return `webpack/container/remote/${this.data.request}`;
      }

      override nameForCondition(): string {
        return this.data.request;
      }

      override getSourceTypes(): ReadonlySet<string> {
        return SOURCE_TYPES;
      }

      override getExportsType(): 'dynamic' {
        return 'dynamic';
      }

      override addReferences(): void {
        const { alias, requests } = this.data;
        const Direct = getRemoteToExternalDependency(webpack);
        const Fallback = getFallbackDependency(webpack);
        const [first] = requests;
        if (requests.length > 1) this.addDependency(new Fallback({ alias, requests }));
        else if (first !== undefined) this.addDependency(new Direct(first));
      }

      override codeGeneration(): CodeGenerationResult {
        return { sources: new Map(), runtimeRequirements: null };
      }
    };
  });
