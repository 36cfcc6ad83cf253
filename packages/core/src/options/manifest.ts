import { posix } from 'node:path';
import type { AdditionalData, ManifestPlan } from './plan.ts';
import type { ManifestOptions } from './types.ts';
import { boolean, fields, reject, string, type FieldTable, type Option } from './validate.ts';

const FIELDS: FieldTable<ManifestOptions> = {
  fileName: 'used',
  filePath: 'used',
  disableAssetsAnalyze: 'used',
  additionalData: 'used',
};

export function readManifest(option: Option): ManifestPlan | false {
  if (option.value === false) return false;
  const at = option.value === true ? undefined : fields(option, FIELDS);
  const name = at && string(at.fileName)?.replace(/\.json$/, '');
  const folder = (at && string(at.filePath)) ?? '';
  const additionalData = at && readFunction(at.additionalData);
  return {
    fileName: inFolder(folder, `${name ?? 'mf-manifest'}.json`),
    statsFileName: inFolder(folder, name ? `${name}-stats.json` : 'mf-stats.json'),
    disableAssetsAnalyze: (at && boolean(at.disableAssetsAnalyze)) ?? false,
    ...(additionalData && { additionalData }),
  };
}

/** Relative to the output folder, whichever way the two were written. */
function inFolder(folder: string, file: string): string {
  return posix.join('/', `${folder}/${file}`.replaceAll('\\', '/')).slice(1);
}

function readFunction(option: Option): AdditionalData | undefined {
  const { value } = option;
  if (value === undefined || typeof value === 'function')
    return value as AdditionalData | undefined;
  return reject(option, 'a function');
}
