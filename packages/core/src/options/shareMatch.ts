import type { ShareMatchPlan } from './plan.ts';

/** The part of a share that decides which imports it is for; without what nobody said. */
export function matchOf(share: ShareMatchPlan): Omit<ShareMatchPlan, 'request'> {
  const { issuerLayer, layer, include, exclude, allowNodeModulesSuffixMatch, subpath } = share;
  return {
    ...(issuerLayer !== undefined && { issuerLayer }),
    ...(layer !== undefined && { layer }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(allowNodeModulesSuffixMatch && { allowNodeModulesSuffixMatch }),
    ...(subpath && { subpath }),
  };
}
