import type { EntriesData, ModuleId } from '@hansa/runtime/protocol';
import { OptionsError } from '../errors.ts';
import { type TableSourceTypes, waits } from './chunkReach.ts';
import { once } from './once.ts';
import type {
  RuntimeChunk,
  RuntimeChunkGroup,
  RuntimeCompilation,
  RuntimeEntry,
} from './RuntimeCompiler.ts';

/** How the entries of one runtime start. */
export interface Startup {
  /** Of the entry in the chunk of the runtime: the initial chunks to wait for. */
  inPlace?: ModuleId[];
  /** Of entries in chunks of their own. */
  readonly apart: EntriesData['waiting'];
  /** The chunks to wait for before the entry, an ES module whose exports others import, is reached at all. */
  awaits?: ModuleId[];
  /** Whether such an entry shares the runtime with others, which would have to wait with it. */
  conflict: boolean;
}

/** @param isModule whether others import the exports of the entry of that name */
export function startupOf(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
  isModule: (entry: string) => boolean,
): Startup {
  const { chunkGraph } = compilation;
  const groups = groupsOf(compilation, runtimeChunk);
  const startup: Startup = { apart: [], conflict: false };
  const entriesOf = (chunk: RuntimeChunk): ModuleId[] =>
    [...chunkGraph.getChunkEntryModulesIterable(chunk)].map((module) =>
      chunkGraph.getModuleId(module)!,
    );
  const waiting = groups.map((group) => initialChunks(compilation, group, sourceTypes));
  if (!waiting.some(Boolean)) return startup;
  const others = groups.filter((_, index) => !waiting[index]);
  // What an entry that does not wait starts with needs nothing to wait for.
  const atOnce = new Set(others.flatMap((group) => [...group.chunks].flatMap(entriesOf)));
  for (const [index, group] of groups.entries()) {
    const chunks = waiting[index];
    for (const chunk of chunks ? group.chunks : []) {
      const entries = entriesOf(chunk).filter((id) => !atOnce.has(id));
      if (!entries.length) continue;
      if (isModule(chunk.name ?? '')) startup.awaits = chunks!;
      else if (chunk.id === runtimeChunk.id) startup.inPlace = chunks!;
      else startup.apart.push({ entries, chunks: chunks! });
    }
  }
  startup.conflict = !!startup.awaits && groups.length > 1;
  return startup;
}

export function sharedRuntimeError(): Error {
  const message =
    'entries with `library.type: "module"` that import shared or remote modules each need a runtime of their own: set it to "multiple" or `false`, or `experiments.asyncStartup` of the federation to `false`';
  return new OptionsError([{ code: 'NOT_SUPPORTED', path: 'optimization.runtimeChunk', message }]);
}

/** Whether others import the exports of an entry, so that it cannot yield a promise of them. */
export function isModuleLibrary(
  entry: unknown,
  library: { readonly type: string } | undefined,
): (name: string) => boolean {
  const entries = (typeof entry === 'object' ? entry : {}) as Record<string, RuntimeEntry>;
  return (name) => {
    const { type } = entries[name]?.library ?? library ?? { type: '' };
    return type === 'module' || type === 'modern-module';
  };
}

/**
 * The waiting entries of other runtimes that this one does not know. With `runtimeChunk: 'multiple'` every runtime
 * of a page is handed all entry chunks, and would run them.
 */
export function foreignEntries(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
  sourceTypes: TableSourceTypes,
): ModuleId[] {
  const { chunkGraph } = compilation;
  // An entry in the chunk of its runtime is handed to nobody.
  const others = placedEntries(compilation).filter(
    ({ runtimeId, apart }) => runtimeId !== runtimeChunk.id && apart.length > 0,
  );
  if (!others.length) return [];
  const known = new Set([...runtimeChunk.getAllReferencedChunks()].map(({ id }) => id));
  const isForeign = (module: unknown): boolean =>
    ![...chunkGraph.getModuleChunks(module)].some(({ id }) => known.has(id));
  const modules = others
    .filter(({ group }) => initialChunks(compilation, group, sourceTypes))
    .flatMap(({ apart }) => apart)
    .flatMap((chunk) => [...chunkGraph.getChunkEntryModulesIterable(chunk)]);
  return [...new Set(modules.filter(isForeign).map((module) => chunkGraph.getModuleId(module)!))];
}

/** Whether a runtime, that starts nothing from a chunk apart, is handed such chunks of the entries of others. */
export function sharesChunkList(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
): boolean {
  const starts = ({ apart }: PlacedEntry): boolean =>
    apart.some((one) => [...compilation.chunkGraph.getChunkEntryModulesIterable(one)].length > 0);
  const entries = placedEntries(compilation).filter(starts);
  return entries.length > 0 && entries.every(({ runtimeId }) => runtimeId !== runtimeChunk.id);
}

interface PlacedEntry {
  readonly group: RuntimeChunkGroup;
  readonly chunks: readonly RuntimeChunk[];
  readonly runtimeId: RuntimeChunk['id'];
  /** Its chunks but that of its runtime. */
  readonly apart: readonly RuntimeChunk[];
}

const placed = new WeakMap<object, readonly PlacedEntry[]>();

/** The entries of final chunks; read once, because every runtime chunk looks at all of them. */
function placedEntries(compilation: RuntimeCompilation): readonly PlacedEntry[] {
  return once(placed, compilation.chunkGraph, () =>
    [...compilation.entrypoints.values()].map((group) => {
      const chunks = [...group.chunks];
      const runtimeId = group.getRuntimeChunk()?.id;
      return { group, chunks, runtimeId, apart: chunks.filter(({ id }) => id !== runtimeId) };
    }),
  );
}

/** Those of its own entries and workers, and those of entries that depend on them. */
function groupsOf(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
): RuntimeChunkGroup[] {
  const own = [...runtimeChunk.groupsIterable];
  const known = new Set(own.flatMap(({ chunks }) => [...chunks].map(({ id }) => id)));
  const dependents = placedEntries(compilation).filter(
    ({ runtimeId, chunks }) =>
      runtimeId === runtimeChunk.id && !chunks.every(({ id }) => known.has(id)),
  );
  return [...own, ...dependents.map(({ group }) => group)];
}

/** Ids of the chunks that are there when the entry of a group runs; `undefined` if none of them imports anything shared or remote. */
function initialChunks(
  { chunkGraph }: RuntimeCompilation,
  group: RuntimeChunkGroup,
  sourceTypes: TableSourceTypes,
): ModuleId[] | undefined {
  const chunks = [...chunksBefore(group)];
  if (!chunks.some((chunk) => waits(chunkGraph, chunk, sourceTypes))) return undefined;
  return chunks.map(({ id }) => id!);
}

/** Also those of the entries it depends on. */
function chunksBefore(
  group: RuntimeChunkGroup,
  found = new Set<RuntimeChunk>(),
): Set<RuntimeChunk> {
  for (const chunk of group.chunks) found.add(chunk);
  if (group.isInitial()) for (const parent of group.getParents()) chunksBefore(parent, found);
  return found;
}
