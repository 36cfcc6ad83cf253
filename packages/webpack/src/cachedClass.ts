import { perWebpack } from './perWebpack.ts';
import { version } from './version.ts';
import type { Webpack } from './Webpack.ts';

/** A Module or Dependency that can be made again from one plain value. */
export interface Cached<Data> {
  data: Data;
}

type CachedClass<Data, T> = new (data: Data) => T & Cached<Data>;

/** Like `perWebpack`, for Module and Dependency classes: registers them for the filesystem cache. */
export function cachedClass<Data, T>(
  name: string,
  make: (webpack: Webpack) => CachedClass<Data, T>,
): (webpack: Webpack) => CachedClass<Data, T> {
  return perWebpack(name, (webpack) => {
    const Class = make(webpack);
    webpack.util.serialization.register(Class as never, `@hansa/webpack@${version}`, name, {
      serialize(object: Stored<Data>, context) {
        context.write(object.data);
        object.serialize(context);
      },
      deserialize(context) {
        const object = new Class(context.read() as Data) as unknown as Stored<Data>;
        object.deserialize(context);
        return object;
      },
    });
    return Class;
  });
}

/** What the base classes of webpack bring along. */
interface Stored<Data> extends Cached<Data> {
  serialize(context: unknown): void;
  deserialize(context: unknown): void;
}
