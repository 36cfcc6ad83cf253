import { isRange } from '@hansa/runtime/protocol';
import { claimOf, isProtocol } from '../sharing/claim.ts';
import { reject, type Option } from './validate.ts';

export function readRange(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isValid = typeof value === 'string' && value !== '' && isRange(value);
  return isValid ? value : reject(option, 'a semver range or false');
}

/** As `readRange`, and what a `package.json` says: without a range in it, it is for the `package.json` of importers to say. */
export function readRequiredVersion(option: Option): string | false | undefined {
  const { value } = option;
  if (typeof value !== 'string' || !isProtocol(value)) return readRange(option);
  const claim = claimOf(value);
  return 'range' in claim ? claim.range : undefined;
}

export function readVersion(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isVersion = typeof value === 'string' && /^[v=]?\d\S*$/.test(value);
  return isVersion ? value : reject(option, 'a version or false');
}
