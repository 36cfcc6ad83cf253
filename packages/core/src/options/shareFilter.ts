import type { ShareFilterPlan } from './plan.ts';
import { readRange, readVersion } from './versions.ts';
import type { ShareFilter } from './shareTypes.ts';
import { fields, reject, string, type FieldTable, type Option } from './validate.ts';

const FIELDS: FieldTable<ShareFilter> = {
  version: 'used',
  request: 'used',
  fallbackVersion: 'used',
};

/** `include` or `exclude` of a share. @param prefix whether the share is one */
export function readShareFilter(option: Option, prefix: boolean): ShareFilterPlan | undefined {
  const at = fields(option, FIELDS);
  if (!at) return undefined;
  const version = readRange(at.version) || undefined;
  const request = readPattern(at.request);
  const fallbackVersion = readVersion(at.fallbackVersion) || undefined;
  if (at.version.value === false) reject(at.version, 'a semver range');
  if (at.fallbackVersion.value === false) reject(at.fallbackVersion, 'a version');
  if (request !== undefined && !prefix) {
    const note = 'has no effect, it is tried on what follows a key that ends with "/"';
    at.request.report.notices.push(`${at.request.path}: ${note}`);
  }
  return { version, request, fallbackVersion };
}

/** Without the flags that make a pattern go on where its last match ended. */
function readPattern(option: Option): string | RegExp | undefined {
  const { value } = option;
  if (!(value instanceof RegExp)) return string(option);
  return new RegExp(value.source, value.flags.replace(/[gy]/g, ''));
}
