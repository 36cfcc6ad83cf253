import { isProtocol } from '../sharing/claim.ts';
import { readItems } from './items.ts';
import { safeName } from './names.ts';
import type { ShareMatchPlan } from './plan.ts';
import { readShareFilter } from './shareFilter.ts';
import { readShareScope } from './shareScope.ts';
import { isPackage, readSubpaths } from './subpaths.ts';
import type { SharedConfig } from './shareTypes.ts';
import { readRequiredVersion, readVersion } from './versions.ts';
import {
  boolean,
  child,
  fields,
  invalid,
  isObject,
  string,
  stringOrFalse,
  type FieldTable,
  type Option,
} from './validate.ts';

/** One item of `shared`, `consumes` or `provides` as the user wrote it: only keys and scopes have their defaults. */
export interface ShareItem extends ShareMatchPlan {
  readonly shareKey: string;
  readonly shareScope: readonly string[];
  readonly import?: string | false | undefined;
  readonly packageName?: string | undefined;
  readonly version?: string | false | undefined;
  readonly requiredVersion?: string | false | undefined;
  readonly strictVersion?: boolean | undefined;
  readonly singleton?: boolean | undefined;
  readonly eager?: boolean | undefined;
  readonly subpaths?: boolean | readonly string[] | undefined;
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
  request: 'used',
  layer: 'used',
  issuerLayer: 'used',
  include: 'used',
  exclude: 'used',
  allowNodeModulesSuffixMatch: 'used',
  subpaths: 'used',
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
        : readObject(at, key, { inherited, table });
    const request = said.request ?? key;
    const item = { request, shareKey: request, shareScope: inherited, ...said };
    checkPrefix(at, item);
    checkSubpaths(at, item);
    items.set(key, item);
  }
  return [...items.values()];
}

function readObject(
  option: Option,
  key: string,
  { inherited, table }: { inherited: readonly string[]; table: FieldTable<SharedConfig> },
): Partial<ShareItem> {
  const at = fields(option, table);
  if (!at) return {};
  const request = string(at.request) ?? key;
  const prefix = request.endsWith('/');
  const shareKey = safeName(at.shareKey, string(at.shareKey));
  return {
    request,
    issuerLayer: string(at.issuerLayer),
    layer: string(at.layer),
    include: readShareFilter(at.include, prefix),
    exclude: readShareFilter(at.exclude, prefix),
    allowNodeModulesSuffixMatch: boolean(at.allowNodeModulesSuffixMatch),
    subpaths: readSubpaths(at.subpaths),
    ...(shareKey !== undefined && { shareKey }),
    shareScope: readShareScope(at.shareScope, inherited),
    import: stringOrFalse(at.import),
    packageName: string(at.packageName),
    version: readVersion(at.version),
    requiredVersion: readRequiredVersion(at.requiredVersion),
    strictVersion: boolean(at.strictVersion),
    singleton: boolean(at.singleton),
    eager: boolean(at.eager),
  };
}

/** What follows a prefix is appended to the share key and to the import. */
function checkPrefix(option: Option, item: ShareItem): void {
  if (!item.request.endsWith('/')) return;
  for (const name of ['shareKey', 'import'] as const) {
    const value = item[name];
    if (!value || value.endsWith('/')) continue;
    const at = isObject(option.value) ? child(option, name) : option;
    invalid(at, `has to end with "/" because \`${item.request}\` does`);
  }
}

function checkSubpaths(option: Option, { subpaths, request }: ShareItem): void {
  if (!subpaths || isPackage(request)) return;
  invalid(child(option, 'subpaths'), `\`${request}\` is no package, and has no sub-paths`);
}

/** A string in the place of an item is a range if it starts like one, or as dependencies do, else a module. */
export function readImportOrRange(option: Option, text: string, key: string): Partial<ShareItem> {
  const isRange = /^(?:[\d^=<>~]|v\d|[*xX]$)/.test(text) || isProtocol(text);
  return isRange && text !== key
    ? { requiredVersion: readRequiredVersion(option) }
    : { import: text };
}
