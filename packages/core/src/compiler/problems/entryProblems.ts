import type { BuildProblem, InspectedBuild } from './BuildProblem.ts';

/**
 * Entries that consist of shared and remote modules: bundlers write no code for these, and so no file, although it would
 * have the runtime. One that brings a share to nobody in particular (`vendor: 'react'`) costs nothing.
 */
export function entriesWithoutCode({ compilation }: InspectedBuild): BuildProblem[] {
  const { entries, entrypoints, moduleGraph } = compilation;
  const needed = new Set(
    [...entrypoints.keys()].flatMap((name) => entries.get(name)?.options?.dependOn ?? []),
  );
  return [...entrypoints.keys()].flatMap((name) => {
    const modules = (entries.get(name)?.dependencies ?? []).map((one) =>
      moduleGraph.getModule(one)?.identifier(),
    );
    const isRemote = modules.some((module) => module?.startsWith('remote '));
    if (!modules.length || !modules.every(isFederated) || !(isRemote || needed.has(name)))
      return [];
    const file = `entry[${JSON.stringify(name)}]`;
    const message = `${file} has shared and remote modules only, for which no code is written: let a file of your own import them`;
    return [{ code: 'ENTRY_WITHOUT_CODE' as const, file, message }];
  });
}

/** An eager share comes with its code. */
function isFederated(module: string | undefined): boolean {
  return /^(?:remote|consume shared module) (?!.*\(eager\)$)/.test(module ?? '');
}
