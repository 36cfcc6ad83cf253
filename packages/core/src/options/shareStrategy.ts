import type { FederationPlan } from './plan.ts';
import { oneOf, type Option } from './validate.ts';

/** Unlike upstream no remote is contacted before it is needed. */
export function readShareStrategy(option: Option): FederationPlan['shareStrategy'] {
  return oneOf(option, ['version-first', 'loaded-first']) ?? 'loaded-first';
}
