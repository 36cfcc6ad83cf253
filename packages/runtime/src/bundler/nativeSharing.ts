import type { InitScope } from '../protocol/container.ts';
import { toList } from '../share/provide.ts';
import type { WebpackRequire } from './require.ts';

type Initialise = WebpackRequire['I'];

/**
 * Keeps the `I` of webpack's own sharing plugins, which are in the build too, beside ours: each knows its providers and
 * remotes. A text of its own, to be printed between the two.
 */
export function installNativeSharing(req: WebpackRequire): void {
  const theirs = req.I;
  let ours: Initialise | undefined;
  const both: Initialise = (names, initScope: InitScope = []) => {
    // First: the remotes that theirs initialises are to see what ours provides.
    const own = ours && ours(names, initScope);
    const all = [own, ...toList(names).map((name) => theirs(name, initScope))];
    return all.some((one) => one instanceof Promise) ? Promise.all(all) : 1;
  };
  Object.defineProperty(req, 'I', { get: () => both, set: (given) => (ours = given) });
}
