import { validRange } from 'semver';
import { readItems } from './items.ts';
import { safeName } from './names.ts';
import { readShareScope } from './shareScope.ts';
import type { SharedConfig } from './types.ts';
import {
  boolean,
  child,
  fields,
  invalid,
  isObject,
  reject,
  string,
  stringOrFalse,
  type FieldTable,
  type Option,
} from './validate.ts';

/** One item of `shared`, `consumes` or `provides` as the user wrote it: only keys and scopes have their defaults. */
export interface ShareItem {
  readonly key: string;
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  readonly import?: string | false | undefined;
  readonly packageName?: string | undefined;
  readonly version?: string | false | undefined;
  readonly requiredVersion?: string | false | undefined;
  readonly strictVersion?: boolean | undefined;
  readonly singleton?: boolean | undefined;
  readonly eager?: boolean | undefined;
}

/** What a plain string says; the rest of the item comes from its key. */
export type ReadText = (option: Option, text: string, key: string) => Partial<ShareItem>;

export const SHARED_FIELDS: FieldTable<SharedConfig> = {
  import: 'used',
  shareKey: 'used',
  shareScope: 'used',
  packageName: 'used',
  version: 'used',
  requiredVersion: 'used',
  strictVersion: 'used',
  singleton: 'used',
  eager: 'used',
  request: 'later',
  layer: 'later',
  issuerLayer: 'later',
  include: 'later',
  exclude: 'later',
  allowNodeModulesSuffixMatch: 'later',
  treeShaking: 'later',
  shareStrategy: { ignored: 'the strategy is set for all shares at once' },
};

/** Of several items with one key the last counts, as in webpack: a list may end with its exceptions. */
export function readShareItems(
  option: Option,
  inherited: readonly string[],
  table: FieldTable<SharedConfig>,
  readText: ReadText,
): readonly ShareItem[] {
  const items = new Map<string, ShareItem>();
  for (const { key, option: at } of readItems(option)) {
    const said =
      typeof at.value === 'string'
        ? readText(at, string(at) ?? key, key)
        : readObject(at, inherited, table);
    const item = { key, shareKey: key, shareScope: inherited, ...said };
    checkPrefix(at, item);
    items.set(key, item);
  }
  return [...items.values()];
}

function readObject(
  option: Option,
  inherited: readonly string[],
  table: FieldTable<SharedConfig>,
): Partial<ShareItem> {
  const at = fields(option, table);
  if (!at) return {};
  const shareKey = safeName(at.shareKey, string(at.shareKey));
  return {
    ...(shareKey !== undefined && { shareKey }),
    shareScope: readShareScope(at.shareScope, inherited),
    import: stringOrFalse(at.import),
    packageName: string(at.packageName),
    version: readVersion(at.version),
    requiredVersion: readRange(at.requiredVersion),
    strictVersion: boolean(at.strictVersion),
    singleton: boolean(at.singleton),
    eager: boolean(at.eager),
  };
}

/** What follows a prefix is appended to the share key and to the import. */
function checkPrefix(option: Option, item: ShareItem): void {
  if (!item.key.endsWith('/')) return;
  for (const name of ['shareKey', 'import'] as const) {
    const value = item[name];
    if (!value || value.endsWith('/')) continue;
    const at = isObject(option.value) ? child(option, name) : option;
    invalid(at, `has to end with "/" because \`${item.key}\` does`);
  }
}

/** A string in the place of an item is a range if it starts like one, else a module. */
export function readImportOrRange(option: Option, text: string, key: string): Partial<ShareItem> {
  const isRange = text !== key && /^(?:[\d^=<>~]|v\d|[*xX]$)/.test(text);
  return isRange ? { requiredVersion: readRange(option) } : { import: text };
}

function readRange(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isRange = typeof value === 'string' && value !== '' && validRange(value) !== null;
  return isRange ? value : reject(option, 'a semver range or false');
}

function readVersion(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isVersion = typeof value === 'string' && /^[v=]?\d/.test(value);
  return isVersion ? value : reject(option, 'a version or false');
}
