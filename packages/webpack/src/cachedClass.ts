import { perWebpack } from './perWebpack.ts';
import { version } from './version.ts';
import type { Webpack } from './Webpack.ts';

/** A Module or Dependency that can be made again from one plain value. */
export interface Cached<Data> {
  data: Data;
}

/** Like `perWebpack`, for Module and Dependency classes: registers them for the filesystem cache. */
export function cachedClass<Class extends CachedClass>(
  name: string,
  make: (webpack: Webpack) => Class,
): (webpack: Webpack) => Class {
  return perWebpack(name, (webpack) => {
    const Class = make(webpack);
    webpack.util.serialization.register(Class as never, `@hansa/webpack@${version}`, name, {
      serialize(object: Stored, context) {
        context.write(object.data as never);
        object.serialize(context);
      },
      deserialize(context) {
        const object = new Class(context.read() as never) as Stored;
        object.deserialize(context);
        return object;
      },
    });
    return Class;
  });
}

/** What else the constructor takes must be stored by the base class. */
type CachedClass = new (data: never, ...more: never[]) => Cached<unknown>;

/** What the base classes of webpack bring along. */
interface Stored extends Cached<unknown> {
  serialize(context: unknown): void;
  deserialize(context: unknown): void;
}
