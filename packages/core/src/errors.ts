/** What is wrong with one option; tests and tools read `code`, people read `message`. */
export interface OptionProblem {
  readonly code: 'INVALID_VALUE' | 'UNKNOWN_OPTION' | 'NOT_SUPPORTED' | 'DUPLICATE' | 'UNSAFE_NAME';
  /** Starts at the option the user wrote: `shared.react.requiredVersion`, `exposes["./Button"].import`. */
  readonly path: string;
  readonly message: string;
  /** The known word that was probably meant. */
  readonly suggestion?: string;
}

/** Everything that is wrong with one options object, in the order in which it was read. */
export class OptionsError extends Error {
  readonly code = 'INVALID_OPTIONS';
  readonly problems: readonly OptionProblem[];

  constructor(problems: readonly OptionProblem[]) {
    super(['Invalid Module Federation options:', ...problems.map(line)].join('\n  '));
    this.name = 'OptionsError';
    this.problems = problems;
  }
}

function line({ path, message }: OptionProblem): string {
  return `${path || 'options'}: ${message}`;
}
