import type { FederationPlan } from '../../options/plan.ts';
import type { FederationSourceTypes } from '../federationModules.ts';
import type { RuntimeContributions } from '../runtime/runtimeContributions.ts';
import type { ProblemCompilation } from './ProblemCompiler.ts';

/** What is wrong with a build although its options are right. */
export interface BuildProblem {
  readonly code:
    | 'EXPOSE_NOT_FOUND'
    | 'EAGER_MISUSE'
    | 'ENTRY_WITHOUT_CODE'
    | 'SHARE_NOT_PROVIDED'
    | 'REMOTE_SHADOWS_PACKAGE';
  /** The option, or the module, that it is about. */
  readonly file: string;
  readonly message: string;
}

/** A build that is looked at. */
export interface InspectedBuild {
  readonly context: string;
  readonly compilation: ProblemCompilation;
  readonly plan: FederationPlan;
  /** Those of all plugins of the compiler. */
  readonly contributions: RuntimeContributions;
  readonly sourceTypes: FederationSourceTypes;
}
