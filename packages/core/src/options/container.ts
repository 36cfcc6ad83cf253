import { readExposes } from './exposes.ts';
import { checkLibrary, readLibrary } from './library.ts';
import { safeName } from './names.ts';
import type { ContainerPlan } from './plan.ts';
import type { ContainerPluginOptions } from './types.ts';
import { invalid, string, stringOrFalse, type Fields } from './validate.ts';

/** Without exposes nobody sees the container, and its name may be missing or taken. */
export function readContainer(
  at: Fields<ContainerPluginOptions>,
  shareScope: readonly string[],
): ContainerPlan {
  const name = safeName(at.name, string(at.name)) ?? '';
  const exposes = readExposes(at.exposes);
  const library = readLibrary(at.library, name);
  if (exposes.length > 0) {
    if (at.name.value === undefined) invalid(at.name, 'required, hosts find the container by it');
    checkLibrary(library, at);
  }
  return {
    name,
    filename: string(at.filename),
    library,
    runtime: stringOrFalse(at.runtime),
    shareScope,
    exposes,
  };
}
