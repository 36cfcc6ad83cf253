import {
  type ConsumePlan,
  filtersVersions,
  isPath,
  packageNameOf,
  fileOf,
  takesVersion,
  versionOwning,
} from '@hansa/core';
import { keptPackageReader } from '../keptImports.ts';
import type { Compilation } from '../Webpack.ts';
import { type ConsumeSharedModule, getConsumeSharedModule } from './ConsumeSharedModule.ts';
import { reportShare } from './reportShare.ts';
import { requiredVersion } from './requiredVersion.ts';
import { resolveFile } from './resolveFile.ts';

/** One import of a shared module. */
export interface ConsumeRequest {
  readonly compilation: Compilation;
  /** Folder of the importer. */
  readonly context: string;
  /** As written, or the file when the plan names one. */
  readonly request: string;
  readonly plan: ConsumePlan;
  /** Of the import: `esm`, `commonjs`, … */
  readonly dependencyType?: string | undefined;
}

export interface CreatedConsume {
  /** `undefined` for a version that is not shared, or a sub-path that cannot be. */
  readonly module: ConsumeSharedModule | undefined;
  /** Whether the build has been told of a problem. */
  readonly reported: boolean;
}

/** What {@link createConsume} is at. */
interface Creation extends ConsumeRequest {
  report: typeof reportShare;
}

/** Fills in what the plan leaves to the importer's surroundings. */
export async function createConsume(request: ConsumeRequest): Promise<CreatedConsume> {
  let reported = false;
  const report: typeof reportShare = (...problem) => {
    reported = true;
    reportShare(...problem);
  };
  const module = await moduleOf({ ...request, report });
  return { module, reported };
}

async function moduleOf(consume: Creation): Promise<ConsumeSharedModule | undefined> {
  const { compilation, plan } = consume;
  const { shareKey, shareScope, strictVersion, singleton, eager, layer } = plan;
  // A path was written in the configuration, a package name is looked up from where it is imported.
  const direct = plan.import !== false && isPath(plan.import);
  const context = direct ? compilation.compiler.context : consume.context;
  if (plan.subpath && !(await isShareable(consume))) return undefined;
  const importResolved = await resolveFallback(consume, context);
  if (importResolved && !(await takesFile(consume, importResolved))) return undefined;
  const Module = getConsumeSharedModule(compilation.compiler.webpack);
  const data = {
    shareKey,
    shareScope,
    import: (importResolved && plan.import) || undefined,
    importResolved,
    requiredVersion: (await requiredRange(consume, importResolved)) ?? '*',
    strictVersion,
    singleton,
    eager,
    layer,
  };
  return new Module(data, context);
}

/** Whether the importer would get the file of the share: what it would not is none of its sub-paths. */
async function isShareable(consume: ConsumeRequest): Promise<boolean> {
  const { compilation, context, plan, dependencyType } = consume;
  if (!plan.import) return true;
  const kinds = new Set(['esm', dependencyType ?? 'esm']);
  const files = [...kinds].map((kind) =>
    resolveFile(compilation, context, plan.import as string, kind),
  );
  const [file, other = file] = await Promise.all(files).catch(() => []);
  return file !== undefined && file === other;
}

async function takesFile({ compilation, plan }: ConsumeRequest, file: string): Promise<boolean> {
  if (!filtersVersions(plan)) return true;
  const read = keptPackageReader(compilation);
  return takesVersion(plan, await versionOwning(read, fileOf(file)));
}

async function resolveFallback(
  { compilation, request, plan, report }: Creation,
  context: string,
): Promise<string | undefined> {
  if (!plan.import) return undefined;
  try {
    return await resolveFile(compilation, context, plan.import);
  } catch (error) {
    const message = `The fallback of the shared module ${request} was not found. Install it, or set import: false.\n${(error as Error).message}`;
    report(compilation, 'SHARED_MODULE_NOT_FOUND', request, message);
    return undefined;
  }
}

async function requiredRange(
  { compilation, context, request, plan, report }: Creation,
  file: string | undefined,
): Promise<string | undefined> {
  if (plan.requiredVersion !== undefined) return plan.requiredVersion || undefined;
  const packageName = plan.packageName ?? (isPath(request) ? undefined : packageNameOf(request));
  if (packageName === undefined) return undefined;
  const read = keptPackageReader(compilation);
  const found = await requiredVersion(read, context, packageName);
  if ('range' in found) return found.range;
  if ('installed' in found) {
    const version = file === undefined ? undefined : await versionOwning(read, fileOf(file));
    return version && found.installed + version;
  }
  const message = `Which version of the shared module ${request} is needed is unknown: ${found.problem}. Set shared["${plan.request}"].requiredVersion.`;
  report(compilation, 'REQUIRED_VERSION_UNKNOWN', request, message);
  return undefined;
}
