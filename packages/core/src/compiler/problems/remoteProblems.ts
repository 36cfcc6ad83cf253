import type { RemotePlan } from '../../options/plan.ts';
import type { BuildProblem } from './BuildProblem.ts';
import type { ProblemParams } from './ProblemCompiler.ts';

/** Remotes with the name of an installed package, which nobody can import any more. */
export async function shadowingRemotes(
  remotes: readonly RemotePlan[],
  context: string,
  factory: ProblemParams['normalModuleFactory'],
): Promise<BuildProblem[]> {
  if (!remotes.length) return [];
  const resolver = factory.getResolver('normal', { dependencyType: 'esm' });
  const files = remotes.map(
    ({ alias }) =>
      new Promise<string>((resolve) => {
        resolver.resolve({}, context, alias, {}, (_, file) => resolve(file || ''));
      }),
  );
  const found = await Promise.all(files);
  return remotes.flatMap(({ alias }, index) => {
    const file = found[index]!;
    // Linked packages of a monorepo are the remotes themselves, installed for their types.
    if (!/[\\/]node_modules[\\/]/.test(file)) return [];
    const option = `remotes[${JSON.stringify(alias)}]`;
    const message = `${option} hides the installed package ${file}, give the remote another alias if something imports that package`;
    return { code: 'REMOTE_SHADOWS_PACKAGE' as const, file: option, message };
  });
}
