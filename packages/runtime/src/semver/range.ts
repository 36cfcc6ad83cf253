import { memoize } from './memoize.ts';
import { pattern, versionKey } from './version.ts';

/** It holds when the operator contains how a version compares (`<`, `=` or `>`) to the one of the key. */
export type Comparator = [operator: string, key: string];

/** The comparator sets, of which one must hold as a whole. None when the range is not valid. */
export const parseRange: (range: string) => Comparator[][] = memoize((range) => {
  const sets = range.split('||').map(parseSet);
  // as in node-semver, `* || 1.0.0-rc.1` is `*` and takes no prerelease
  const any = sets.find((set) => !set[0]);
  return sets.some((set) => set.some(([, key]) => !key)) ? [] : any ? [any] : sets;
});

function parseSet(set: string): Comparator[] {
  const hyphen = / - /.test(set);
  const comparators = set
    .replace(/\s+/g, ' ')
    .replace(/([~^]|[<>=](?! = )) /g, '$1')
    .replace(/^ ?(\S+) - (\S+) ?$/, '>=$1 <=$2')
    .split(' ')
    .filter(Boolean)
    .map((text) => desugar(text, hyphen));
  return ([] as Comparator[]).concat(...comparators);
}

/** `^1.2` → `>=1.2.0 <2.0.0-0`. */
function desugar(text: string, hyphen: boolean): Comparator[] {
  const [, whole = text, operator = '', ...parts] = pattern.exec(text) || [];
  const numbers = parts.slice(0, 3).map(Number);
  // x and missing parts are NaN
  const known = (numbers.findIndex(isNaN) + 4) % 4;
  const isRange = /[~^]/.test(operator);
  const make = (sign: string, version: string): Comparator => [sign, versionKey(version)];
  if (!isRange && !hyphen && /N,\d/.test(numbers.join())) return [make('', '')];
  if (known > 2 && !isRange) {
    return whole === '>=0.0.0' ? [] : [make(operator || '=', whole.slice(operator.length))];
  }
  // the first that is not 0 after a caret, else the last known of major and minor
  const bumped =
    Math.min(known, operator === '^' ? numbers.findIndex((number) => number !== 0) + 1 || 3 : 2) -
    1;
  const low = numbers.map((number, i) => (i < known ? number : 0)).join('.');
  const next = numbers
    .map((number, i) => (i < bumped ? number : i > bumped ? 0 : number + 1))
    .join('.');
  const from = low + (known > 2 && parts[3] ? '-' + parts[3] : '');
  if (operator === '<' || (!known && operator === '>')) return [make('<', low + '-0')];
  if (!known) return [];
  if (operator === '>') return [make('>=', next)];
  const both = [make('>=', from), make('<', next + '-0')];
  return both.slice(+(operator === '<=' || from === '0.0.0'), operator === '>=' ? 1 : 2);
}
