import type { FederationPlan } from '../../options/plan.ts';
import type { BuildProblem } from './BuildProblem.ts';
import { contributionsTo } from '../runtime/applyRuntime.ts';
import { entriesWithoutCode } from './entryProblems.ts';
import { unresolvedExposes } from './exposeProblems.ts';
import type { FederationSourceTypes } from '../federationModules.ts';
import type {
  ProblemBundler,
  ProblemCompilation,
  ProblemCompiler,
  ProblemParams,
} from './ProblemCompiler.ts';
import { shadowingRemotes } from './remoteProblems.ts';
import { eagerMisuse, unprovidedShares } from './shareProblems.ts';

const NAME = 'HansaBuildProblems';

/** Looks for problems when the modules and chunks are known, and adds them to the errors and warnings of the build. */
export function applyBuildProblems(
  compiler: ProblemCompiler,
  plan: FederationPlan,
  sourceTypes: FederationSourceTypes,
): void {
  const { WebpackError, Compilation } = compiler.webpack as ProblemBundler;
  const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
  const errorOf = ({ code, file, message }: BuildProblem): Error =>
    // With the code in the text, because Rspack hands on nothing else.
    Object.assign(new WebpackError(`${code}: ${message}`), { code, file });
  compiler.hooks.thisCompilation.tap(NAME, (given, params) => {
    const compilation = given as ProblemCompilation;
    const { normalModuleFactory } = params as ProblemParams;
    compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
      const { context } = compiler;
      const contributions = contributionsTo(compiler);
      const build = { context, compilation, plan, contributions, sourceTypes };
      const errors = [
        ...unresolvedExposes(build),
        ...eagerMisuse(build),
        ...entriesWithoutCode(build),
      ];
      const warnings = [
        ...unprovidedShares(build),
        ...(await shadowingRemotes(plan.remotes, context, normalModuleFactory)),
      ];
      for (const problem of errors) compilation.errors.push(errorOf(problem));
      for (const problem of warnings) compilation.warnings.push(errorOf(problem));
    });
  });
}
