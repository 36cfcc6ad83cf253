/** JavaScript to be printed as it is. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** `T` as a build knows it: functions are code, module ids and the like values. */
export type Printed<T> = T extends (...args: never[]) => unknown
  ? Code
  : T extends readonly (infer Item)[]
    ? Printed<Item>[]
    : T extends object
      ? { [Key in keyof T]: Printed<T[Key]> }
      : T;

/** Prints a value as JavaScript. Fields that are `undefined` are left out. */
export function printValue(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${value.map(printValue).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `\n${JSON.stringify(key)}: ${printValue(field)}`).join(',')}}`;
}
