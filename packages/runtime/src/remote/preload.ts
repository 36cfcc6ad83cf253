import { federationError } from '../errors.ts';
import { extend } from '../hooks/observe.ts';
import type { ModuleFederation } from '../host.ts';
import type {
  PreloadAssetResult,
  PreloadOption,
  PreloadRemoteArgs,
  PreloadRemoteResult,
} from '../preloading.ts';
import { preloadVisit } from './preloadAssets.ts';
import { infoOf } from './request.ts';

/**
 * Fetches what exposes will need, before it is needed: entries are loaded, files are preloaded without running.
 * @throws RUNTIME-004 for an unknown remote, RUNTIME-008 with `results` and `failedResults` when a resource failed;
 * all others are waited for
 */
export async function preloadRemotes(
  origin: ModuleFederation,
  preloadOps: PreloadRemoteArgs[],
): Promise<void> {
  const { options, events } = origin;
  const event = { preloadOps, options, origin };
  await events.beforePreloadRemote.emit(event);
  const targets = ([] as PreloadOption[]).concat(...preloadOps.map((args) => split(origin, args)));
  const results = await Promise.all(targets.map((target) => preloadOne(origin, target)));
  const failedResults = ([] as PreloadAssetResult[])
    .concat(...results.map((result) => result.results))
    .filter(({ status }) => /^[et]/.test(status));
  let error: unknown;
  if (failedResults.length) {
    const detail = 'preloadRemote: ' + failedResults.map(({ url }) => url).join(', ');
    error = Object.assign(federationError('RUNTIME-008', { detail }), { results, failedResults });
  }
  await events.afterPreloadRemote.emit(extend(event, { results, error }));
  if (error) throw error;
}

/** Each expose is preloaded, and told of, by itself. */
function split(host: ModuleFederation, args: PreloadRemoteArgs): PreloadOption[] {
  const remote = host.remotes.get(args.nameOrAlias);
  if (!remote) throw federationError('RUNTIME-004', { remote: args.nameOrAlias });
  const { exposes = [] } = args;
  const lists = exposes.length ? exposes.map((expose) => [expose]) : [exposes];
  return lists.map((list) => ({ remote, preloadConfig: extend(args, { exposes: list }) }));
}

async function preloadOne(
  origin: ModuleFederation,
  preloadOptions: PreloadOption,
): Promise<PreloadRemoteResult> {
  const { remote, preloadConfig } = preloadOptions;
  const [expose = '*'] = preloadConfig.exposes!;
  const id = remote.name + '/' + expose.replace(/^\.\//, '');
  const context = { initiator: 'preloadRemote', id } as const;
  const job = { origin, context, preloadOptions, results: [], seen: [] };
  const visit = { remote, remoteInfo: infoOf(remote), preloadConfig };
  await preloadVisit(job, visit);
  // Manifests are told of only when they fail.
  const results = (job.results as PreloadAssetResult[]).filter(({ status }) => status);
  return extend(visit, { id, results });
}
