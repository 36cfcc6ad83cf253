// One function each: the whole of it is 47 files.
import validRange from 'semver/ranges/valid.js';
import { reject, type Option } from './validate.ts';

export function readRange(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isRange = typeof value === 'string' && value !== '' && validRange(value) !== null;
  return isRange ? value : reject(option, 'a semver range or false');
}

export function readVersion(option: Option): string | false | undefined {
  const { value } = option;
  if (value === undefined || value === false) return value;
  const isVersion = typeof value === 'string' && /^[v=]?\d/.test(value);
  return isVersion ? value : reject(option, 'a version or false');
}
