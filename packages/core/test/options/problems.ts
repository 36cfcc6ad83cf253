import { OptionsError, type OptionProblem } from '../../src/errors.ts';

type Read = (options: unknown) => unknown;

/** `CODE path` of everything that a reader refuses; empty when it accepts. */
export function problems(read: Read, options: unknown): string[] {
  return refusals(read, options).map(({ code, path }) => `${code} ${path}`);
}

/** The words that a reader offers instead of those it refuses. */
export function suggestions(read: Read, options: unknown): (string | undefined)[] {
  return refusals(read, options).map(({ suggestion }) => suggestion);
}

function refusals(read: Read, options: unknown): readonly OptionProblem[] {
  try {
    read(options);
    return [];
  } catch (error) {
    if (error instanceof OptionsError && error.code === 'INVALID_OPTIONS') return error.problems;
    throw error;
  }
}
