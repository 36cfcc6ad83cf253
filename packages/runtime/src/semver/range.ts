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

/** Whether it is a range that the page can read; the empty one is. */
export function isRange(text: string): boolean {
  return parseRange(text).length > 0;
}

function parseSet(set: string): Comparator[] {
  return set
    .replace(/\s+/g, ' ')
    .replace(/([~^]|[<>=](?! = )) /g, '$1')
    .replace(
      /^ ?(\S+) - (\S+) ?$/,
      (_, from, to) => desugar('>=' + from, true) + ' ' + desugar('<=' + to, true),
    )
    .replace(/\S+/g, (comparator) => desugar(comparator))
    .split(' ')
    .filter((comparator) => comparator && comparator !== '>=0.0.0')
    .map((comparator) => {
      const [, operator, version] = /^([<>]?=?)(.*)/.exec(comparator)!;
      return [operator || '=', versionKey(version!)];
    });
}

/** `^1.2` → `>=1.2.0 <2.0.0-0`. What needs no rewriting stays as it is, and so does what is not valid. */
function desugar(comparator: string, inHyphenRange?: boolean): string {
  const [, text = comparator, operator, ...parts] = pattern.exec(comparator) || [];
  const numbers = parts.slice(0, 3).map(Number);
  // x and missing parts are NaN
  const known = (numbers.findIndex(isNaN) + 4) % 4;
  if (!/[~^]/.test(operator!) && (known > 2 || (!inHyphenRange && /N,\d/.test(numbers.join())))) {
    return text;
  }
  // the first that is not 0 after a caret, else the last known of major and minor
  const bumped =
    Math.min(known, operator === '^' ? numbers.findIndex((number) => number !== 0) + 1 || 3 : 2) -
    1;
  const low = numbers.map((number, i) => (i < known ? number : 0)).join('.');
  const next = numbers
    .map((number, i) => (i < bumped ? number : i > bumped ? 0 : number + 1))
    .join('.');
  const from = '>=' + low;
  const below = '<' + next + '-0';
  if (operator === '<') return '<' + low + '-0';
  if (!known) return operator === '>' ? '<0.0.0-0' : '';
  if (operator === '<=') return below;
  if (operator === '>') return '>=' + next;
  if (operator === '>=') return from;
  return from + (known > 2 && parts[3] ? '-' + parts[3] : '') + ' ' + below;
}
