import { OptionsError, type OptionProblem } from '../errors.ts';
import type { FederationPlan } from '../options/plan.ts';
import type { RuntimeCompiler, RuntimeEntry } from './runtime/RuntimeCompiler.ts';

/** Externals that only the wrapper of a library hands over: type to the types of libraries that do. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  amd: ['amd', 'amd-require'],
  'amd-require': ['amd', 'amd-require'],
  umd: ['umd', 'umd2'],
  umd2: ['umd', 'umd2'],
  system: ['system'],
};

/** @throws OptionsError for remotes that no library of this build can ask its loader for. */
export function refuseLoaderExternals(
  { options: { entry, output } }: RuntimeCompiler,
  { container, remotes }: FederationPlan,
): void {
  // What a function will return is not known yet.
  if (typeof entry === 'function') return;
  const entries = Object.values((entry ?? {}) as Record<string, RuntimeEntry>);
  const libraries = [container, output, ...entries].map((one) => one?.library?.type);
  const problems: OptionProblem[] = [];
  for (const { alias, sources } of remotes) {
    for (const source of sources) {
      const wrappers = source.kind === 'external' ? WRAPPERS[source.type] : undefined;
      if (!wrappers || wrappers.some((type) => libraries.includes(type))) continue;
      const type = wrappers[0]!;
      const message = `only a library of type \`${type}\` is handed such a remote: set output.library.type to it, or load the remote by URL with remoteType \`script\``;
      problems.push({ code: 'NOT_SUPPORTED', path: `remotes[${JSON.stringify(alias)}]`, message });
    }
  }
  if (problems.length) throw new OptionsError(problems);
}
