import type { Experiments, OptimizationOptions } from './types.ts';
import { boolean, fields, oneOf, type FieldTable, type Option } from './validate.ts';

const FIELDS: FieldTable<Experiments> = {
  asyncStartup: 'used',
  externalRuntime: { ignored: 'every build brings the runtime, which is small' },
  provideExternalRuntime: { ignored: 'every build brings the runtime, which is small' },
  optimization: { ignored: 'the runtime is cut to what the build uses and where it runs' },
};
const OPTIMIZATION: FieldTable<OptimizationOptions> = {
  disableSnapshot: 'used',
  disableRemote: 'used',
  disableShared: 'used',
  target: 'used',
};

export function readAsyncStartup(experiments: Option): boolean {
  const at = fields(experiments, FIELDS);
  const optimization = at && fields(at.optimization, OPTIMIZATION);
  if (optimization) {
    boolean(optimization.disableSnapshot);
    boolean(optimization.disableRemote);
    boolean(optimization.disableShared);
    oneOf(optimization.target, ['web', 'node']);
  }
  return (at && boolean(at.asyncStartup)) ?? true;
}
