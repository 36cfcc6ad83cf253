import type { ModuleId, WaitingEntries } from '@hansa/runtime/protocol';
import { OptionsError } from '../../errors.ts';
import { type TableSourceTypes, waits } from './chunkReach.ts';
import { once } from '../once.ts';
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
  readonly apart: WaitingEntries[];
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
  const entriesOf = (chunk: RuntimeChunk): ModuleId[] => entryIds(chunkGraph, chunk);
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

/** Adds the entries of a runtime, in chunks of their own, that wait for nothing but the runtime. */
export function withOthersApart(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
  waiting: readonly WaitingEntries[],
): readonly WaitingEntries[] {
  const known = new Set(waiting.flatMap(({ entries }) => entries));
  const others = placedEntries(compilation)
    .filter(({ runtimeId }) => runtimeId === runtimeChunk.id)
    .flatMap(({ apart }) => apart)
    .map((chunk) => entryIds(compilation.chunkGraph, chunk).filter((id) => !known.has(id)))
    .filter((entries) => entries.length);
  return [...waiting, ...others.map((entries) => ({ entries, chunks: [] }))];
}

function entryIds(chunkGraph: RuntimeCompilation['chunkGraph'], chunk: RuntimeChunk): ModuleId[] {
  const modules = [...chunkGraph.getChunkEntryModulesIterable(chunk)];
  return modules.map((module) => chunkGraph.getModuleId(module)!);
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
 * All runtimes of a page take the chunks of a build from one list, and run the entries in them: also those of others, whose
 * modules they may lack.
 * @returns the chunks apart whose entries a runtime is to run, `undefined` where there are no others
 */
export function ownEntryChunks(
  compilation: RuntimeCompilation,
  runtimeChunk: RuntimeChunk,
): ModuleId[] | undefined {
  const entries = placedEntries(compilation);
  const own = entries.filter(({ runtimeId }) => runtimeId === runtimeChunk.id);
  const isAlone = entries.every((one) => !one.apart.length || own.includes(one));
  return isAlone ? undefined : own.flatMap(({ apart }) => apart.map(({ id }) => id!));
}

interface PlacedEntry {
  readonly group: RuntimeChunkGroup;
  readonly chunks: readonly RuntimeChunk[];
  readonly runtimeId: RuntimeChunk['id'];
  /** Its chunks that start something, but that of its runtime. */
  readonly apart: readonly RuntimeChunk[];
}

const placed = new WeakMap<object, readonly PlacedEntry[]>();

/** The entries of final chunks; read once, because every runtime chunk looks at all of them. */
function placedEntries(compilation: RuntimeCompilation): readonly PlacedEntry[] {
  const { chunkGraph, entrypoints } = compilation;
  const starts = (chunk: RuntimeChunk): boolean =>
    [...chunkGraph.getChunkEntryModulesIterable(chunk)].length > 0;
  return once(placed, chunkGraph, () =>
    [...entrypoints.values()].map((group) => {
      const chunks = [...group.chunks];
      const runtimeId = group.getRuntimeChunk()?.id;
      const apart = chunks.filter((chunk) => chunk.id !== runtimeId && starts(chunk));
      return { group, chunks, runtimeId, apart };
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
