import type { DependencyLike, ModuleLike } from '../CompilerLike.ts';

interface EntryReader {
  readonly entries: {
    get(name: string): { readonly dependencies: readonly DependencyLike[] } | undefined;
  };
  readonly moduleGraph: { getModule(dependency: DependencyLike): ModuleLike | null };
}

/** The module of a container: a block of it for each expose. */
export function containerEntry(
  { entries, moduleGraph }: EntryReader,
  name: string,
): ModuleLike | undefined {
  const modules = (entries.get(name)?.dependencies ?? []).map((one) => moduleGraph.getModule(one));
  return modules.find((module) => module?.identifier().startsWith('container entry')) ?? undefined;
}
