import { unsafe } from './names.ts';
import type { LibraryPlan, TextRecord } from './plan.ts';
import type { LibraryOptions } from './types.ts';
import {
  boolean,
  child,
  fields,
  invalid,
  isObject,
  reject,
  required,
  string,
  strings,
  type FieldTable,
  type Option,
} from './validate.ts';

const FIELDS: FieldTable<LibraryOptions> = {
  type: 'used',
  name: 'used',
  export: 'used',
  umdNamedDefine: 'used',
  amdContainer: 'used',
  auxiliaryComment: 'used',
};

/** Types that put the container into a global variable, which has to have a name. */
const GLOBAL_TYPES = [
  'var',
  'assign',
  'assign-properties',
  'this',
  'window',
  'self',
  'global',
  'jsonp',
];

/**
 * Globals that do not survive being a container: the browser keeps or converts its own value (`name`, `status`, `top`),
 * leaves the page (`location`), or loses what every runtime needs (`fetch`, `self`, `process`).
 */
const PLATFORM =
  /^(?:window|self|globalThis|global|top|parent|document|location|history|navigator|name|status|fetch|process)$/;

const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** `name`: the container's. */
export function readLibrary(option: Option, name: string): LibraryPlan {
  const at = fields(option, FIELDS);
  if (!at) return { type: isIdentifier(name) ? 'var' : 'global', name };
  const type = string(required(at.type));
  const needsName = type !== undefined && GLOBAL_TYPES.includes(type);
  return withoutUnset({
    type: type ?? '',
    name: textOrRecord(at.name) ?? (needsName ? name : undefined),
    export: text(at.export),
    umdNamedDefine: boolean(at.umdNamedDefine),
    amdContainer: string(at.amdContainer),
    auxiliaryComment: textOrRecord(at.auxiliaryComment),
  });
}

/** Reports a library that nobody gets the container of, at the option that made it so. */
export function checkLibrary(
  { type, name }: LibraryPlan,
  at: { readonly library: Option; readonly name: Option },
): void {
  if (type === 'amd-require') {
    invalid(child(at.library, 'type'), 'nobody gets what `require([])` runs, use `amd`');
  }
  const variable = Array.isArray(name) ? name[0] : name;
  if (!GLOBAL_TYPES.includes(type) || typeof variable !== 'string') return;
  const { value } = at.library;
  const option = isObject(value) && value.name !== undefined ? child(at.library, 'name') : at.name;
  if (PLATFORM.test(variable)) {
    unsafe(option, `\`${variable}\` is a global of the platform, the container needs another name`);
  }
  if (type === 'var' && variable !== '' && !isIdentifier(variable)) {
    invalid(
      option,
      `\`${variable}\` cannot be declared as a variable, use library type \`global\``,
    );
  }
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !RESERVED.test(name);
}

function text(option: Option): string | readonly string[] | undefined {
  return typeof option.value === 'string' ? string(option) : strings(option);
}

function textOrRecord(option: Option): string | readonly string[] | TextRecord | undefined {
  const { value } = option;
  if (!isObject(value)) return text(option);
  // `root` may be a namespace.
  const isText = (part: unknown): boolean =>
    Array.isArray(part) ? part.every(isText) : typeof part === 'string';
  return Object.values(value).every(isText)
    ? (value as TextRecord)
    : reject(option, 'an object of strings');
}

function withoutUnset(library: Readonly<Record<string, unknown>>): LibraryPlan {
  const set = Object.entries(library).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as unknown as LibraryPlan;
}
