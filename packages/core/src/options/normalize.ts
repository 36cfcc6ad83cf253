import { OptionsError } from '../errors.ts';
import { readConsumes } from './consumes.ts';
import { readContainer } from './container.ts';
import { FEDERATION_FIELDS, readFederation } from './federation.ts';
import type {
  ConsumePlan,
  ContainerPlan,
  FederationPlan,
  ProvidePlan,
  RemotePlan,
} from './plan.ts';
import { readProvides } from './provides.ts';
import { readRemotes } from './remotes.ts';
import { readRemoteType } from './remoteType.ts';
import { readShared, type SharedPlan } from './shared.ts';
import { readShareScope } from './shareScope.ts';
import type {
  ConsumeSharedPluginOptions,
  ProvideSharedPluginOptions,
  SharePluginOptions,
} from './shareTypes.ts';
import type { ContainerPluginOptions, ContainerReferencePluginOptions } from './types.ts';
import { fields, isObject, reject, type Fields, type FieldTable, type Report } from './validate.ts';

const CONTAINER: FieldTable<ContainerPluginOptions> = {
  name: 'used',
  filename: 'used',
  exposes: 'used',
  library: 'used',
  runtime: 'used',
  shareScope: 'used',
};
const REFERENCE: FieldTable<ContainerReferencePluginOptions> = {
  remotes: 'used',
  remoteType: 'used',
  shareScope: 'used',
};
const SHARE: FieldTable<SharePluginOptions> = { shared: 'used', shareScope: 'used' };
const CONSUME: FieldTable<ConsumeSharedPluginOptions> = { consumes: 'used', shareScope: 'used' };
const PROVIDE: FieldTable<ProvideSharedPluginOptions> = { provides: 'used', shareScope: 'used' };

/**
 * The options of `ModuleFederationPlugin` as a frozen plan.
 * @throws OptionsError that names everything that is wrong.
 */
export function normalizeOptions(options: unknown): FederationPlan {
  return planOf(options, FEDERATION_FIELDS, readFederation);
}

/** What `normalizeOptions` accepts although it does nothing: one sentence each, for a warning. */
export function optionNotices(options: unknown): readonly string[] {
  return walk(options, FEDERATION_FIELDS, readFederation).report.notices;
}

/**
 * The options of a `ContainerPlugin` used alone.
 * @throws OptionsError
 */
export function normalizeContainer(options: unknown): ContainerPlan {
  return planOf(options, CONTAINER, (at) => readContainer(at, readShareScope(at.shareScope)));
}

/**
 * The options of a `ContainerReferencePlugin` used alone.
 * @throws OptionsError
 */
export function normalizeRemotes(options: unknown): readonly RemotePlan[] {
  return planOf(options, REFERENCE, (at) =>
    readRemotes(at.remotes, readRemoteType(at.remoteType), readShareScope(at.shareScope)),
  );
}

/**
 * The options of a `SharePlugin` used alone.
 * @throws OptionsError
 */
export function normalizeShared(options: unknown): SharedPlan {
  return planOf(options, SHARE, (at) =>
    readShared(at.shared, readShareScope(at.shareScope), false),
  );
}

/**
 * The options of a `ConsumeSharedPlugin` used alone.
 * @throws OptionsError
 */
export function normalizeConsumes(options: unknown): readonly ConsumePlan[] {
  return planOf(options, CONSUME, (at) => readConsumes(at.consumes, readShareScope(at.shareScope)));
}

/**
 * The options of a `ProvideSharedPlugin` used alone.
 * @throws OptionsError
 */
export function normalizeProvides(options: unknown): readonly ProvidePlan[] {
  return planOf(options, PROVIDE, (at) => readProvides(at.provides, readShareScope(at.shareScope)));
}

function planOf<T, Plan>(
  options: unknown,
  table: FieldTable<T>,
  read: (at: Fields<T>) => Plan,
): Plan {
  const { plan, report } = walk(options, table, read);
  if (plan === undefined || report.problems.length > 0) throw new OptionsError(report.problems);
  return frozenCopy(plan);
}

function walk<T, Plan>(
  options: unknown,
  table: FieldTable<T>,
  read: (at: Fields<T>) => Plan,
): { plan: Plan | undefined; report: Report } {
  const report: Report = { problems: [], notices: [] };
  const root = { value: options, path: '', report };
  const at = options === undefined ? reject(root, 'an object') : fields(root, table);
  return { plan: at && read(at), report };
}

/** A copy, because parts of the plan are still the user's own arrays. */
function frozenCopy<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, frozenCopy(part)]);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
