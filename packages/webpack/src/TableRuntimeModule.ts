import { printValue } from './Code.ts';
import type { Chunk, ChunkGraph, Compilation, Module, Webpack } from './Webpack.ts';

/** Where a table collects. */
export interface TableContext {
  readonly webpack: Webpack;
  readonly compilation: Compilation;
  readonly chunkGraph: ChunkGraph;
  /** The chunk that carries the runtime. */
  readonly chunk: Chunk;
}

/** One property of `__webpack_require__`. */
export interface Table {
  readonly name: string;
  /** `undefined`: nothing to list. */
  collect(context: TableContext): object | undefined;
}

export type TableRuntimeModuleClass = new (table: Table) => InstanceType<Webpack['RuntimeModule']>;

/**
 * The class of the runtime modules that print tables, before the runtime that reads them. Not kept with the other
 * classes: a second copy of this package has tables of its own.
 */
export function tableRuntimeModule(webpack: Webpack): TableRuntimeModuleClass {
  return class TableRuntimeModule extends webpack.RuntimeModule {
    readonly table: Table;

    constructor(table: Table) {
      super(`federation ${table.name}`);
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
      const { compilation, chunkGraph, chunk, table } = this;
      const context = {
        webpack,
        compilation: compilation!,
        chunkGraph: chunkGraph!,
        chunk: chunk!,
      };
      return `${webpack.RuntimeGlobals.require}.${table.name} = ${printValue(table.collect(context))};`;
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
