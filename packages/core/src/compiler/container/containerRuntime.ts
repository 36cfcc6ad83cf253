import { OptionsError } from '../../errors.ts';
import type { ContainerPlan } from '../../options/plan.ts';

/** Name of the runtime chunk that a container is in. */
export function containerRuntime({ name, runtime }: ContainerPlan): string {
  return runtime || name;
}

/** Names of the runtimes that hold a container, per compiler. */
const claimed = new WeakMap<object, Set<string>>();

/**
 * A runtime has room for the exposes of one container.
 * @throws OptionsError if another container of this build has the same runtime.
 */
export function claimContainerRuntime(compiler: object, container: ContainerPlan): void {
  const runtime = containerRuntime(container);
  const runtimes = claimed.get(compiler) ?? new Set();
  if (runtimes.has(runtime)) {
    const path = container.runtime ? 'runtime' : 'name';
    const message = `the runtime \`${runtime}\` of this build has a container already, choose another name`;
    throw new OptionsError([{ code: 'DUPLICATE', path, message }]);
  }
  claimed.set(compiler, runtimes.add(runtime));
}

interface Entry {
  runtime?: string | false | undefined;
  readonly dependOn?: unknown;
}

/**
 * The runtime of a container: its own, where the entries of the build share one, which would have to be on the page
 * before it. An entry of the same name is code of the container, and goes where it goes.
 */
export function ownContainerRuntime(
  { entry, optimization }: { readonly entry: unknown; readonly optimization: RuntimeOptimization },
  { name, runtime }: ContainerPlan,
): string | false | undefined {
  const own = runtime ?? (optimization.runtimeChunk ? false : undefined);
  const entries = typeof entry === 'object' ? (entry as Record<string, Entry>) : {};
  const joined = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (joined && !joined.dependOn && own !== undefined) joined.runtime ??= own;
  return own;
}

interface RuntimeOptimization {
  readonly runtimeChunk?: unknown;
}
