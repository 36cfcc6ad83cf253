import type { Cached } from './cachedClass.ts';
import { perWebpack } from './perWebpack.ts';
import type { BuildCallback, Module, NeedBuildCallback, Webpack } from './Webpack.ts';

/**
 * What all modules of this package are: fully described by `data`, built again when it changes. Their hash leaves `data`
 * out: it has paths of this machine, and reaches the output through the tables only, which are hashed as text.
 */
export interface FederationModule<Data> extends Module, Cached<Data> {
  /** The identifier. webpack asks for it at every import: it is described once. */
  describe(): string;
  /** Adds the dependencies and blocks of a module that is built. */
  addReferences(): void;
}

/** Constructor of {@link FederationModule}. */
export type FederationModuleClass = new <Data>(
  type: string,
  data: Data,
  context?: string,
  layer?: string,
) => FederationModule<Data>;

const JAVASCRIPT: ReadonlySet<string> = new Set(['javascript']);

export const getFederationModule: (webpack: Webpack) => FederationModuleClass = perWebpack(
  'FederationModule',
  (webpack) =>
    class FederationModule<Data> extends webpack.Module {
      data: Data;
      #identifier: string | undefined;

      constructor(type: string, data: Data, context?: string, layer?: string) {
        super(type, context, layer);
        this.data = data;
      }

      describe(): string {
        return this.type;
      }

      override identifier(): string {
        return (this.#identifier ??= this.describe());
      }

      addReferences(): void {}

      override build(
        _options: unknown,
        _compilation: unknown,
        _resolver: unknown,
        _fs: unknown,
        callback: BuildCallback,
      ): void {
        this.buildMeta = {};
        this.buildInfo = { strict: true, builtFrom: JSON.stringify(this.data) };
        this.clearDependenciesAndBlocks();
        this.addReferences();
        callback();
      }

      override needBuild(_context: unknown, callback: NeedBuildCallback): void {
        callback(null, this.buildInfo?.['builtFrom'] !== JSON.stringify(this.data));
      }

      override updateCacheModule(module: Module): void {
        super.updateCacheModule(module);
        this.data = (module as FederationModule<Data>).data;
      }

      /** Makes it one that webpack can keep for an import. */
      restoreFromUnsafeCache(data: object): void {
        Object.assign(this, data);
      }

      override size(): number {
        return 42;
      }

      override getSourceBasicTypes(): ReadonlySet<string> {
        return JAVASCRIPT;
      }
    },
);
