import { OptionsError } from '../../errors.ts';
import type { ContainerPlan } from '../../options/plan.ts';

/** Files of the containers of a compiler. */
const claimed = new WeakMap<object, Set<string>>();

/** @throws OptionsError if another container of this build is written to the same file. */
export function claimContainerFilename(compiler: object, { filename }: ContainerPlan): void {
  // With a placeholder the names come out differently.
  if (filename === undefined || filename.includes('[')) return;
  const names = claimed.get(compiler) ?? new Set();
  if (names.has(filename)) {
    const message = `another container of this build is the file \`${filename}\`, give one of them another name`;
    throw new OptionsError([{ code: 'DUPLICATE', path: 'filename', message }]);
  }
  claimed.set(compiler, names.add(filename));
}
