import { isManifest } from '@hansa/runtime/protocol';
import { readItems, withoutDuplicates, type Item } from './items.ts';
import { safeName } from './names.ts';
import type { RemotePlan, RemoteSourcePlan } from './plan.ts';
import { readSource } from './remoteSource.ts';
import type { ExternalType } from './remoteType.ts';
import { readShareScope } from './shareScope.ts';
import type { RemotesConfig } from './types.ts';
import {
  child,
  fields,
  invalid,
  isObject,
  required,
  type FieldTable,
  type Option,
} from './validate.ts';

const FIELDS: FieldTable<RemotesConfig> = { external: 'used', shareScope: 'used' };

export function readRemotes(
  option: Option,
  remoteType: ExternalType,
  shareScope: readonly string[],
): readonly RemotePlan[] {
  const remotes = readItems(option).map((item) => readRemote(item, remoteType, shareScope));
  return withoutDuplicates(remotes).map(({ plan }) => plan);
}

function readRemote(
  item: Item,
  remoteType: ExternalType,
  inherited: readonly string[],
): Item & { plan: RemotePlan } {
  const { option } = item;
  const at = isObject(option.value) ? fields(option, FIELDS) : undefined;
  const locations = at ? required(at.external) : option;
  const sources = readSources(locations, item.unnamed ? '' : item.key, remoteType);
  const alias = item.unnamed ? inferAlias(option, sources[0]) : item.key;
  if (/\/$/.test(alias))
    invalid(option, 'an alias stands for all that is below it, remove the slash');
  const shareScope = at ? readShareScope(at.shareScope, inherited) : inherited;
  return { ...item, key: alias, plan: { alias, shareScope, sources } };
}

function readSources(
  option: Option,
  alias: string,
  remoteType: ExternalType,
): readonly RemoteSourcePlan[] {
  const { value } = option;
  const list = Array.isArray(value) ? value.map((_, index) => child(option, index)) : [option];
  if (list.length === 0) invalid(option, 'expected at least one location');
  const sources = list.flatMap((item) => readSource(item, alias, remoteType) ?? []);
  const byUrl = sources.every(({ kind }) => kind === 'entry');
  return byUrl ? sources : sources.flatMap((source) => asExternal(source, option) ?? []);
}

/** Beside a source that only the bundler can load, it has to load them all. */
function asExternal(
  source: RemoteSourcePlan,
  { path, report }: Option,
): RemoteSourcePlan | undefined {
  if (source.kind !== 'entry') return source;
  const { name, entry, type } = source;
  if (!isManifest(entry)) {
    return type === 'module'
      ? { kind: 'external', type: 'import', request: entry }
      : { kind: 'external', type, request: `${name}@${entry}` };
  }
  const message = `the manifest ${entry} cannot be in one list with sources other than URLs, name the remoteEntry.js`;
  report.problems.push({ code: 'NOT_SUPPORTED', path, message });
  return undefined;
}

/** A remote of the form `['shop@https://…']` is imported by the name of its container. */
function inferAlias(option: Option, source: RemoteSourcePlan | undefined): string {
  if (!source) return option.path;
  const name = source.kind === 'entry' ? source.name : source.request;
  if (/^[^\s:]+$/.test(name)) return safeName(option, name);
  invalid(option, 'needs an alias, write `{ alias: location }`');
  return option.path;
}
