import { containerEntry } from '../container/containerEntry.ts';
import type { BuildProblem, InspectedBuild } from './BuildProblem.ts';

/** Exposes with an import that leads to no module. */
export function unresolvedExposes({
  context,
  compilation,
  plan: { container },
}: InspectedBuild): BuildProblem[] {
  const { moduleGraph, errors } = compilation;
  // Of an import that leads nowhere the bundler has said so itself, without the expose.
  if (!container || !errors.length) return [];
  const entry = containerEntry(compilation, container.name);
  // Without the entry everything is wrong, and the bundler says why.
  return (entry?.blocks ?? []).flatMap(({ dependencies }, index) => {
    const { key, import: requests } = container.exposes[index]!;
    const missing = requests.filter((_, at) => !found(dependencies[at]));
    return missing.map((request) => ({
      code: 'EXPOSE_NOT_FOUND' as const,
      file: `exposes[${JSON.stringify(key)}]`,
      message: `exposes[${JSON.stringify(key)}] is \`${request}\`, which was not found from ${context}`,
    }));
  });

  function found(dependency: { readonly type: string } | undefined): boolean {
    return !!dependency && !!moduleGraph.getModule(dependency);
  }
}
