import { isRange } from '../sharing/ranges.ts';
import { reject, type Option } from './validate.ts';

export function readRange(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isValid = typeof value === 'string' && value !== '' && isRange(value);
  return isValid ? value : reject(option, 'a semver range or false');
}

export function readVersion(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isVersion = typeof value === 'string' && /^[v=]?\d/.test(value);
  return isVersion ? value : reject(option, 'a version or false');
}
