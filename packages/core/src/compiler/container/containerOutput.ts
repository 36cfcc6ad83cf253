import { OptionsError } from '../../errors.ts';
import type { ContainerPlan } from '../../options/plan.ts';
import { isProduction } from '../production.ts';

/** What a container changes about the output, where users say nothing. */
interface ContainerOutput {
  strictModuleErrorHandling?: boolean | undefined;
  chunkLoadTimeout?: number | undefined;
}

/** Milliseconds: as long as the runtime waits for an entry. Bundlers wait 120,000. */
const CHUNK_LOAD_TIMEOUT = 10_000;

/**
 * A module that throws while it is evaluated throws the same whenever it is required again, as ES modules do; bundlers
 * hand out its half-made exports from the second time on, and the next import of an expose would come back empty.
 * Chunks that hang fail like entries that do, in production: in development a server answers when it has compiled.
 */
export function setContainerOutput(options: {
  readonly mode?: string | undefined;
  readonly output: ContainerOutput;
}): void {
  const { output } = options;
  output.strictModuleErrorHandling ??= true;
  if (isProduction(options)) output.chunkLoadTimeout ??= CHUNK_LOAD_TIMEOUT;
}

/**
 * The variable of an ES module is no global, and no script can ask for its own URL as a module does.
 * @param output with its defaults
 * @throws OptionsError when nobody could get the container
 */
export function refuseModuleVariable(
  output: { readonly module?: boolean | undefined; readonly publicPath?: unknown },
  { library, publicPath }: ContainerPlan,
): void {
  if (!output.module || library.type !== 'var') return;
  if (output.publicPath !== 'auto' || publicPath !== undefined) return;
  const message =
    'the variable of an ES module is no global, set it to "module", and remotes of this build to the same type or to its manifest';
  throw new OptionsError([{ code: 'NOT_SUPPORTED', path: 'library.type', message }]);
}
