import type { RemoteSourcePlan } from './plan.ts';
import { isPath } from '../sharing/paths.ts';
import { EXTERNAL_TYPES, type ExternalType } from './remoteType.ts';
import { invalid, nearest, string, unknown, type Option } from './validate.ts';

/** `https://`, `//`, `/`, `./`, `../`. */
const URL_OR_PATH = /^(?:[a-z][a-z\d+.-]*:)?\/\/|^\.{0,2}\//i;
const FILE = /^[^\s:?#]+\.(?:m?js|json)(?:[?#].*)?$/;
/** `name@url`; the name may be scoped, and the url may contain `@`. */
const NAMED = /^((?:\w+\[["'])?@?[^@\s]*[^@\s/])@(\S.*)$/;

/** A global variable as an expression, which webpack's own plugin takes for the name. */
const GLOBAL_MEMBER = /^(?:window|self|globalThis)(?:\.([\w$]+)|\[(["'])(.+)\2\])$/;

/** Types whose request is a JavaScript expression. */
const EXPRESSIONS: readonly string[] = ['var', 'global', 'window', 'self', 'this', 'assign'];
const MODULES: readonly string[] = ['module', 'import', 'module-import'];

/** Reads one location of a remote: `name@url`, a URL, `<type> <request>` or `internal <request>`. */
export function readSource(
  option: Option,
  alias: string,
  remoteType: ExternalType,
): RemoteSourcePlan | undefined {
  const text = string(option);
  if (text === undefined) return undefined;
  const { type, request } = splitType(text, remoteType);
  if (type === 'internal') return { kind: 'internal', request };
  if (type === 'jsonp') {
    return invalid(option, 'no bundler hands over externals of type `jsonp`, use `script`');
  }
  const entry = splitName(request, alias);
  if (type === 'script') {
    return entry ? { kind: 'entry', ...entry, type } : rejectScript(option, text);
  }
  const isUrl = entry !== undefined && URL_OR_PATH.test(entry.entry);
  if (isUrl && MODULES.includes(type)) return { kind: 'entry', ...entry, type: 'module' };
  if (isUrl && EXPRESSIONS.includes(type)) {
    return invalid(option, `a URL cannot be of type \`${type}\`, set remoteType to \`script\``);
  }
  if (isUrl && type.includes('commonjs') && !isPath(request)) {
    return invalid(option, '`require` loads no URL and no `name@`, set remoteType to `script`');
  }
  return { kind: 'external', type, request };
}

function splitType(
  text: string,
  remoteType: ExternalType,
): { type: ExternalType | 'internal'; request: string } {
  const [, prefix, request = ''] = /^(\S+)\s+(\S[^]*)$/.exec(text) ?? [];
  const type = ['internal' as const, ...EXTERNAL_TYPES].find((name) => name === prefix);
  return type ? { type, request } : { type: remoteType, request: text };
}

function splitName(text: string, alias: string): { name: string; entry: string } | undefined {
  if (URL_OR_PATH.test(text)) return { name: alias, entry: text };
  const [, name, entry] = NAMED.exec(text) ?? [];
  if (name !== undefined && entry !== undefined) {
    const [, member, , quoted] = GLOBAL_MEMBER.exec(name) ?? [];
    return { name: member ?? quoted ?? name, entry };
  }
  return FILE.test(text) ? { name: alias, entry: text } : undefined;
}

function rejectScript(option: Option, text: string): undefined {
  const prefix = /^(\S+)\s/.exec(text)?.[1];
  const expected = 'a URL, `name@url`, `<type> <request>` or `internal <request>`';
  const message = `expected ${expected}, got ${JSON.stringify(text)}`;
  return unknown(option, 'INVALID_VALUE', message, prefix && nearest(prefix, EXTERNAL_TYPES));
}
