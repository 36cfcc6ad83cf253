import type { ShareMatchPlan } from '../options/plan.ts';
import { isInRange } from './ranges.ts';

type Filters = Pick<ShareMatchPlan, 'include' | 'exclude'>;

/** Whether a share takes the module of a prefix with this rest of the request. */
export function takesRest({ include, exclude }: Filters, rest: string): boolean {
  if (!rest) return true;
  const matches = (pattern: string | RegExp): boolean =>
    typeof pattern === 'string' ? pattern === rest : pattern.test(rest);
  if (include?.request !== undefined && !matches(include.request)) return false;
  return exclude?.request === undefined || !matches(exclude.request);
}

/** Whether what {@link takesVersion} says depends on the version. */
export function filtersVersions({ include, exclude }: Filters): boolean {
  return include?.version !== undefined || exclude?.version !== undefined;
}

/** Whether a share takes a module of this version. */
export function takesVersion({ include, exclude }: Filters, found: string | undefined): boolean {
  const version = include?.fallbackVersion ?? exclude?.fallbackVersion ?? found;
  const fits = (range: string): boolean => version !== undefined && isInRange(version, range);
  if (include?.version !== undefined && !fits(include.version)) return false;
  return exclude?.version === undefined || !fits(exclude.version);
}
