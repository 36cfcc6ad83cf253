import { TIMEOUT, withDeadline } from './deadline.ts';
import { builtin } from './nodeBuiltin.ts';
import { read } from './nodeRead.ts';

interface Data {
  origin: string;
  timeout: number;
  limit: number;
}

/**
 * Module hooks that answer for the origins they were told: relative imports, `import.meta.url` and stack traces are
 * those of the URL, packages those of the working directory. They run in a thread of their own, from their source.
 */
function hooks(load: typeof read): object {
  const origins = new Map<string, Data>();
  const dataOf = (url: string | undefined): Data | undefined =>
    url && /^https?:/.test(url) ? origins.get(new URL(url).origin) : undefined;
  type Next = (specifier: string, context: object) => Promise<object>;
  return {
    initialize: (data: Data) => void origins.set(data.origin, data),
    resolve(specifier: string, context: { parentURL?: string }, next: Next) {
      const { parentURL } = context;
      const fromUs = dataOf(parentURL);
      if (dataOf(specifier) || (fromUs && /^\.{0,2}\//.test(specifier))) {
        return { url: new URL(specifier, parentURL).href, shortCircuit: true };
      }
      const folder = 'file://' + process.cwd() + '/';
      return next(specifier, fromUs ? Object.assign({}, context, { parentURL: folder }) : context);
    },
    async load(url: string, context: object, next: Next) {
      const data = dataOf(url);
      if (!data) return next(url, context);
      const signal = AbortSignal.timeout(data.timeout);
      const source = await load(url, { kind: 'module', signal, limit: data.limit });
      return { format: 'module', source, shortCircuit: true };
    },
  };
}

const known = /* @__PURE__ */ new Set<string>();

/** `import()` of an ES module over HTTP; its origin, and no other, can be imported from then on. */
export function importOverHttp(
  url: string,
  timeout: number = TIMEOUT,
  limit: number,
): Promise<unknown> {
  const { origin } = new URL(url);
  if (!known.has(origin)) {
    known.add(origin);
    const source = `export const{initialize,resolve,load}=(${hooks})(${read})`;
    const data: Data = { origin, timeout, limit };
    builtin('node:module').register('data:text/javascript,' + encodeURIComponent(source), { data });
  }
  return withDeadline(timeout, () => import(/* webpackIgnore: true */ url));
}
