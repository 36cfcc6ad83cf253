import { printValue } from './Code.ts';
import type { Chunk, ChunkGraph, Compilation, Module, Webpack } from './Webpack.ts';

/** Where a table collects. */
export interface TableContext {
  readonly webpack: Webpack;
  readonly compilation: Compilation;
  readonly chunkGraph: ChunkGraph;
  /** The chunk that carries the runtime. */
  readonly chunk: Chunk;
  /** All that it leads to. */
  readonly chunks: ReadonlySet<Chunk>;
  /** What the code in the tables uses; grows. */
  readonly requirements: Set<string>;
}

/** One property of `__webpack_require__`. */
export interface Table {
  readonly name: string;
  /** `undefined`: nothing to list. */
  readonly collect: (context: TableContext) => object | undefined;
}

export type TableRuntimeModuleClass = new (
  name: string,
  table: object,
) => InstanceType<Webpack['RuntimeModule']>;

/**
 * The class of the runtime modules that print tables, before the runtime that reads them. Not kept with the other
 * classes: a second copy of this package has tables of its own.
 */
export function tableRuntimeModule(webpack: Webpack): TableRuntimeModuleClass {
  return class TableRuntimeModule extends webpack.RuntimeModule {
    readonly property: string;
    readonly table: object;

    constructor(property: string, table: object) {
      super(`federation ${property}`);
      this.property = property;
      this.table = table;
    }

    override shouldIsolate(): boolean {
      return false;
    }

    /** Asked by webpack ≥ 5.112. */
    override getInstalledChunkHandlers(): [string, string][] {
      return [];
    }

    override generate(): string {
      return `${webpack.RuntimeGlobals.require}.${this.property} = ${printValue(this.table)};`;
    }
  };
}

/** The modules of a source type in `chunks`, chunk by chunk, in an order that depends on nothing but them. */
export function* modulesIn(
  { webpack, chunkGraph }: TableContext,
  chunks: Iterable<Chunk>,
  sourceType: string,
): Generator<[Chunk, Module[]]> {
  const { compareModulesByIdentifier } = webpack.util.comparators;
  for (const chunk of chunks) {
    const modules = chunkGraph.getOrderedChunkModulesIterableBySourceType(
      chunk,
      sourceType,
      compareModulesByIdentifier,
    );
    if (modules) yield [chunk, [...modules]];
  }
}
