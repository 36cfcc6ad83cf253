import { consumeOf } from './consumes.ts';
import type { ConsumePlan, ProvidePlan } from './plan.ts';
import { provideOf } from './provides.ts';
import { readImportOrRange, readShareItems, SHARED_FIELDS } from './shareItem.ts';
import type { Option } from './validate.ts';

export interface SharedPlan {
  readonly consumes: readonly ConsumePlan[];
  readonly provides: readonly ProvidePlan[];
}

export function readShared(option: Option, shareScope: readonly string[]): SharedPlan {
  const items = readShareItems(option, shareScope, SHARED_FIELDS, readImportOrRange);
  return {
    consumes: items.map(consumeOf),
    provides: items.filter((item) => item.import !== false).map(provideOf),
  };
}
