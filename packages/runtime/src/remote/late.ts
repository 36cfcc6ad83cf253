import { again } from './again.ts';

type Requests = typeof import('./requests.ts');

let loading: Promise<Requests> | undefined;

async function load(): Promise<Requests> {
  const requests = await import('./requests.ts');
  requests.adopt(again);
  return requests;
}

/** A function of `requests.ts`, which comes with the first call: an import of the runtime does not wait for it. */
const late =
  <Name extends Exclude<keyof Requests, 'adopt'>>(name: Name) =>
  async (...args: Parameters<Requests[Name]>) =>
    ((await (loading = loading || load()))[name] as (...args: unknown[]) => never)(...args);

export const loadFirst: Requests['loadFirst'] = late('loadFirst');
export const preloadRemotes: Requests['preloadRemotes'] = late('preloadRemotes');
export const initRemote: Requests['initRemote'] = late('initRemote');
export const requestRemote: Requests['requestRemote'] = late('requestRemote');
