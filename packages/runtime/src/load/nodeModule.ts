import { TIMEOUT, withDeadline } from './deadline.ts';
import { builtin } from './nodeBuiltin.ts';
import { read } from './nodeRead.ts';

interface Data {
  origin: string;
  /** URL of the working directory. */
  folder: string;
  /** The longest that a remote of the origin may take. */
  timeout: number;
  limit: number;
}

/**
 * Module hooks that answer for the origins they were told: relative imports, `import.meta.url` and stack traces are
 * those of the URL, packages those of the working directory. They run in a thread of their own, from their source.
 */
function hooks(load: typeof read): object {
  const origins = new Map<string, Data>();
  const failed = new Map<string, string>();
  const dataOf = (url: string | undefined): Data | undefined =>
    url && /^https?:/.test(url) ? origins.get(new URL(url).origin) : undefined;
  type Next = (specifier: string, context: object) => Promise<object>;
  return {
    initialize: (data: Data) => void origins.set(data.origin, data),
    resolve(specifier: string, context: { parentURL?: string }, next: Next) {
      const { parentURL } = context;
      const fromUs = dataOf(parentURL);
      if (dataOf(specifier) || (fromUs && /^\.{0,2}\//.test(specifier))) {
        const url = new URL(specifier, parentURL);
        // What was asked for anew gets new files too: those before are of another build, or failed, which Node remembers.
        const [inherited] = (fromUs && /retry=[\d.e-]+/.exec(parentURL!)) || [];
        const retry = failed.get(url.href) || inherited;
        if (retry && !url.search.includes('retry=') && (!fromUs || url.origin === fromUs.origin)) {
          url.search += (url.search ? '&' : '?') + retry;
        }
        return { url: url.href, shortCircuit: true };
      }
      if (!fromUs) return next(specifier, context);
      return next(specifier, Object.assign({}, context, { parentURL: fromUs.folder }));
    },
    async load(url: string, context: object, next: Next) {
      const data = dataOf(url);
      if (!data) return next(url, context);
      const signal = AbortSignal.timeout(data.timeout);
      try {
        const source = await load(url, { kind: 'module', signal, limit: data.limit });
        return { format: 'module', source, shortCircuit: true };
      } catch (error) {
        failed.set(url.replace(/[?&]retry=[\d.e-]+/g, ''), 'retry=' + Math.random());
        throw error;
      }
    },
  };
}

/** Origins, and how long the hooks wait for them. */
const known = /* @__PURE__ */ new Map<string, number>();

/** `import()` of an ES module over HTTP; its origin, and no other, can be imported from then on. */
export function importOverHttp(
  url: string,
  timeout: number = TIMEOUT,
  limit: number,
): Promise<unknown> {
  const { origin } = new URL(url);
  if ((known.get(origin) || 0) < timeout) {
    const source = `export const{initialize,resolve,load}=(${hooks})(${read})`;
    const folder = builtin('node:url').pathToFileURL(process.cwd() + '/').href;
    const data: Data = { origin, folder, timeout, limit };
    // One module for all, which only notes the data when it is there already.
    builtin('node:module').register('data:text/javascript,' + encodeURIComponent(source), { data });
    known.set(origin, timeout);
  }
  return withDeadline(timeout, () => import(/* webpackIgnore: true */ url));
}
