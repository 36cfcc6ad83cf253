import { createRequire } from 'node:module';
import type { OptionProblem } from '../errors.ts';

const require = createRequire(import.meta.url);

/** A value, where the user wrote it, and where to say what is wrong with it. */
export interface Option {
  readonly value: unknown;
  readonly path: string;
  readonly report: Report;
}

export interface Report {
  readonly problems: OptionProblem[];
  /** Options that are accepted and do nothing. */
  readonly notices: string[];
}

/**
 * What an option object may hold. `later` refuses a key as not supported yet, `refused` as unknown, `ignored` accepts it
 * with a notice. `keyof` makes the compiler ask for an entry when an option is added to a type.
 */
export type FieldTable<T> = Readonly<
  Record<keyof T & string, 'used' | 'later' | 'refused' | { readonly ignored: string }>
>;

export type Fields<T> = Readonly<Record<keyof T & string, Option>>;

/** All fields of an object, after its keys were checked; `undefined` when there is no object. */
export function fields<T>(option: Option, table: FieldTable<T>): Fields<T> | undefined {
  if (option.value === undefined) return undefined;
  if (!isObject(option.value)) return reject(option, 'an object');
  for (const key of Object.keys(option.value)) checkField(child(option, key), key, table);
  const all = Object.keys(table).map((key) => [key, child(option, key)]);
  return Object.fromEntries(all) as Fields<T>;
}

function checkField<T>(option: Option, key: string, table: FieldTable<T>): void {
  const { path, report } = option;
  const state = Object.hasOwn(table, key) ? table[key as keyof T & string] : 'refused';
  if (state === 'used' || (state !== 'refused' && isUnset(option.value))) return;
  if (state === 'later') {
    report.problems.push({ code: 'NOT_SUPPORTED', path, message: 'not supported yet' });
  } else if (state === 'refused') {
    const known = Object.keys(table).filter(
      (name) => table[name as keyof T & string] !== 'refused',
    );
    unknown(option, 'UNKNOWN_OPTION', 'unknown option', nearest(key, known));
  } else {
    report.notices.push(`${path}: has no effect, ${state.ignored}`);
  }
}

/** Reports a word that is not known, with the one that was probably meant. */
export function unknown(
  { path, report }: Option,
  code: OptionProblem['code'],
  text: string,
  suggestion: string | undefined,
): undefined {
  const message = suggestion ? `${text}, did you mean \`${suggestion}\`?` : text;
  report.problems.push({ code, path, message, ...(suggestion && { suggestion }) });
}

export function nearest(word: string, known: readonly string[]): string | undefined {
  // Loaded for a mistake only.
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const lower = word.toLowerCase();
  const byDistance = known
    .map((name) => ({ name, edits: distance(lower, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.ceil(name.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return byDistance[0]?.name;
}

/** Reports `expected …, got …`; returns `undefined` so that a reader can go on and find the next problem. */
export function reject(option: Option, expected: string): undefined {
  return invalid(option, `expected ${expected}, got ${describe(option.value)}`);
}

export function invalid({ path, report }: Option, message: string): undefined {
  report.problems.push({ code: 'INVALID_VALUE', path, message });
}

/** Reports a value that is missing; returns the option as is. */
export function required(option: Option): Option {
  if (option.value === undefined) invalid(option, 'required');
  return option;
}

export function child({ value, path, report }: Option, key: string | number): Option {
  const own = Object.hasOwn(value as object, key);
  return {
    value: own ? (value as Record<string | number, unknown>)[key] : undefined,
    path: path + step(key, path === ''),
    report,
  };
}

function step(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\w$]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}

export function boolean(option: Option): boolean | undefined {
  const { value } = option;
  return value === undefined || typeof value === 'boolean' ? value : reject(option, 'a boolean');
}

/** What is accepted whole: nobody reads it yet. */
export function switchOrObject(option: Option): void {
  const { value } = option;
  if (value === undefined || typeof value === 'boolean' || isObject(value)) return;
  reject(option, 'a boolean or an object');
}

export function string(option: Option): string | undefined {
  const { value } = option;
  if (value === undefined || isText(value)) return value;
  return reject(option, 'a non-empty string');
}

export function stringOrFalse(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false || isText(value)) return value;
  return reject(option, 'a non-empty string or false');
}

/** A string, or a list of at least one. */
export function strings(option: Option): readonly string[] | undefined {
  const { value } = option;
  if (value === undefined) return undefined;
  if (isText(value)) return [value];
  const list = Array.isArray(value) && value.length > 0 && value.every(isText);
  return list ? value : reject(option, 'a non-empty string or a list of them');
}

export function oneOf<T extends string>(option: Option, known: readonly T[]): T | undefined {
  const { value } = option;
  if (value === undefined || known.includes(value as T)) return value as T | undefined;
  const near = typeof value === 'string' ? nearest(value, known) : undefined;
  const text = `expected one of ${known.join(', ')}, got ${describe(value)}`;
  return unknown(option, 'INVALID_VALUE', text, near);
}

/** Not a `Map`, `Set`, `RegExp` or `Date`: they have no keys, and what they say would be dropped. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return ['Object', 'Module'].includes(kindOf(value));
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isUnset(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  return isObject(value) ? 'an object' : `a ${kindOf(value)}`;
}
