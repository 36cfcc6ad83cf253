import { version } from './version.ts';
import type { Webpack } from './Webpack.ts';

/**
 * Makes `make` run once per copy of webpack. The results are kept on `globalThis`, because a second copy of this
 * package must not register its serializers again.
 *
 * @param name unique within this package
 */
export function perWebpack<T>(
  name: string,
  make: (webpack: Webpack) => T,
): (webpack: Webpack) => T {
  return (webpack) => {
    const made = classesOf(webpack);
    if (!made.has(name)) made.set(name, make(webpack));
    return made.get(name) as T;
  };
}

const KEY = Symbol.for(`@hansa/webpack@${version}/classes`);

function classesOf(webpack: Webpack): Map<string, unknown> {
  const store = globalThis as { [KEY]?: WeakMap<Webpack, Map<string, unknown>> };
  const all = (store[KEY] ??= new WeakMap());
  let classes = all.get(webpack);
  if (!classes) all.set(webpack, (classes = new Map()));
  return classes;
}
