import type { Experiments } from './types.ts';
import { boolean, fields, type FieldTable, type Option } from './validate.ts';

const FIELDS: FieldTable<Experiments> = {
  asyncStartup: 'used',
  externalRuntime: 'later',
  provideExternalRuntime: 'later',
  optimization: { ignored: 'the runtime is cut to what the build uses' },
};

export function readAsyncStartup(experiments: Option): boolean {
  const at = fields(experiments, FIELDS);
  return (at && boolean(at.asyncStartup)) ?? true;
}
