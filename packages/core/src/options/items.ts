import { safeName } from './names.ts';
import { child, invalid, isObject, reject, type Option } from './validate.ts';

/** One named thing of `exposes`, `remotes`, `shared`, … */
export interface Item {
  readonly key: string;
  readonly option: Option;
  /** It came as a plain string of an array: key and value are the same. */
  readonly unnamed: boolean;
}

/** Reads the three forms: an object, an array of strings, an array of objects. */
export function readItems(option: Option): readonly Item[] {
  const { value } = option;
  if (value === undefined) return [];
  if (isObject(value)) return readObject(option, value);
  if (!Array.isArray(value)) {
    reject(option, 'an object or a list');
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const at = child(option, index);
    if (isObject(item)) return readObject(at, item);
    if (typeof item === 'string' && item !== '') {
      return [{ key: safeName(at, item), option: at, unnamed: true }];
    }
    reject(at, 'a non-empty string or an object');
    return [];
  });
}

function readObject(option: Option, value: Readonly<Record<string, unknown>>): Item[] {
  return Object.keys(value).map((key) => {
    const at = child(option, key);
    if (key === '') invalid(at, 'the key is empty');
    if (at.value === undefined) reject(at, 'a value');
    return { key: safeName(at, key), option: at, unnamed: false };
  });
}

/** Keeps the first of several items with the same key and reports the others. */
export function withoutDuplicates<T extends Item>(items: readonly T[]): readonly T[] {
  const firsts = new Map<string, T>();
  for (const item of items) {
    const first = firsts.get(item.key);
    if (!first) firsts.set(item.key, item);
    else {
      const { path, report } = item.option;
      const message = `\`${item.key}\` is already set by ${first.option.path}`;
      report.problems.push({ code: 'DUPLICATE', path, message });
    }
  }
  return [...firsts.values()];
}
