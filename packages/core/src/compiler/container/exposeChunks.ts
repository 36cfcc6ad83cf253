import { chunkNameFor, isDefaultName } from '../../options/exposes.ts';
import type { ContainerPlan } from '../../options/plan.ts';

/** Names of the chunks of exposes, in lower case, per compiler. */
const claimed = new WeakMap<object, Set<string>>();

/**
 * Chunks of one name are one chunk, and hosts of one container would load the exposes of another: where it has no name of
 * its own it gets one that tells the container too.
 * @returns the container, to be used in place of the given one
 */
export function withOwnChunks(compiler: object, container: ContainerPlan): ContainerPlan {
  const taken = claimed.get(compiler) ?? new Set();
  claimed.set(compiler, taken);
  const exposes = container.exposes.map((expose) => {
    const { key, chunkName } = expose;
    const isFree = !taken.has(chunkName.toLowerCase()) || !isDefaultName(chunkName);
    const name = isFree ? chunkName : chunkNameFor(`./${container.name}/${key.slice(2)}`, taken);
    taken.add(name.toLowerCase());
    return { ...expose, chunkName: name };
  });
  return { ...container, exposes };
}
