import type { ConsumePlan } from './plan.ts';
import { matchOf } from './shareMatch.ts';
import {
  readImportOrRange,
  readShareItems,
  SHARED_FIELDS,
  type ReadText,
  type ShareItem,
} from './shareItem.ts';
import type { SharedConfig } from './shareTypes.ts';
import type { FieldTable, Option } from './validate.ts';

const FIELDS: FieldTable<SharedConfig> = {
  ...SHARED_FIELDS,
  version: 'refused',
  subpaths: 'refused',
};

export function readConsumes(
  option: Option,
  shareScope: readonly string[],
): readonly ConsumePlan[] {
  return readShareItems(option, shareScope, FIELDS, readConsumeText).map(consumeOf);
}

/** Unlike in `shared`, a plain string is strict here only if it is a range; webpack draws the same line. */
const readConsumeText: ReadText = (option, text, key) => {
  const said = readImportOrRange(option, text, key);
  return { ...said, strictVersion: said.import === undefined };
};

export function consumeOf(item: ShareItem): ConsumePlan {
  const fallback = item.import ?? item.request;
  const singleton = item.singleton ?? false;
  return {
    ...matchOf(item),
    request: item.request,
    shareKey: item.shareKey,
    shareScope: item.shareScope,
    import: fallback,
    packageName: item.packageName,
    requiredVersion: item.requiredVersion,
    strictVersion: item.strictVersion ?? (fallback !== false && !singleton),
    singleton,
    eager: item.eager ?? false,
  };
}
