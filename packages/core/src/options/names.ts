import type { Option } from './validate.ts';

/** On a plain object these reach the prototype instead of an entry, and every table of the protocol is a plain object. */
const isUnsafe = (name: string): boolean => name === 'prototype' || name in Object.prototype;

/** Reports a name that cannot be a key of the tables; returns it as is. */
export function safeName<T extends string | undefined>(option: Option, name: T): T {
  if (name !== undefined && isUnsafe(name)) {
    unsafe(option, `\`${name}\` cannot be used as a name, choose another one`);
  }
  return name;
}

export function unsafe({ path, report }: Option, message: string): void {
  report.problems.push({ code: 'UNSAFE_NAME', path, message });
}
