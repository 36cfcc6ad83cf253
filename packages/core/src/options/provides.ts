import type { ProvidePlan } from './plan.ts';
import { safeName } from './names.ts';
import { matchOf } from './shareMatch.ts';
import { readShareItems, SHARED_FIELDS, type ShareItem } from './shareItem.ts';
import type { SharedConfig } from './shareTypes.ts';
import type { FieldTable, Option } from './validate.ts';

const FIELDS: FieldTable<SharedConfig> = {
  ...SHARED_FIELDS,
  import: 'refused',
  packageName: 'refused',
  subpaths: 'refused',
};

/** A plain string is the share key. */
export function readProvides(
  option: Option,
  shareScope: readonly string[],
): readonly ProvidePlan[] {
  return readShareItems(option, shareScope, FIELDS, (at, text) => ({
    shareKey: safeName(at, text),
  })).map(provideOf);
}

export function provideOf(item: ShareItem): ProvidePlan {
  return {
    ...matchOf(item),
    request: item.import || item.request,
    shareKey: item.shareKey,
    shareScope: item.shareScope,
    version: item.version,
    eager: item.eager ?? false,
    singleton: item.singleton,
    requiredVersion: item.requiredVersion,
    strictVersion: item.strictVersion,
  };
}
