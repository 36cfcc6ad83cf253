import { Script } from 'node:vm';
import { invalid, string, type Option } from './validate.ts';

/** A function, or the body of one, as an expression that calls it. */
export function readPublicPath(option: Option): string | undefined {
  const source = string(option)?.trim().replace(/;+$/, '');
  if (source === undefined) return undefined;
  // It may end in a comment.
  const forms = [`(${source}\n)()`, `(function () { ${source}\n})()`];
  const isFunction = /^(?:function\b|\(.*?\)\s*=>|[\w$]+\s*=>)/s.test(source);
  // A URL parses too: as a label and a comment.
  if (!isFunction && !/\breturn\b/.test(source)) {
    return invalid(option, 'expected a function, or its body with a `return`');
  }
  const form = forms[isFunction ? 0 : 1]!;
  const problem = syntaxProblem(form);
  return problem ? invalid(option, `cannot be parsed: ${problem}`) : form;
}

/** Compiles, and does not run. */
function syntaxProblem(code: string): string | undefined {
  try {
    new Script(code);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
