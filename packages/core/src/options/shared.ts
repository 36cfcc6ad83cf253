import { consumeOf } from './consumes.ts';
import type { ConsumePlan, ProvidePlan } from './plan.ts';
import { provideOf } from './provides.ts';
import { readImportOrRange, readShareItems, SHARED_FIELDS } from './shareItem.ts';
import { withSubpaths } from './subpaths.ts';
import type { Option } from './validate.ts';

export interface SharedPlan {
  readonly consumes: readonly ConsumePlan[];
  readonly provides: readonly ProvidePlan[];
}

/** @param singletons whether singletons share their sub-paths unless told otherwise */
export function readShared(
  option: Option,
  shareScope: readonly string[],
  singletons: boolean,
): SharedPlan {
  const written = readShareItems(option, shareScope, SHARED_FIELDS, readImportOrRange);
  const items = withSubpaths(written, singletons);
  return {
    consumes: items.map(consumeOf),
    provides: items.filter((item) => item.import !== false).map(provideOf),
  };
}
