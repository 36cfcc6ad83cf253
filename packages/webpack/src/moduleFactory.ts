import type { Cached } from './cachedClass.ts';
import type { Dependency, Module, ModuleFactory } from './Webpack.ts';

/** A factory that makes the module from the data of its dependency alone. `webpack.ModuleFactory` is missing before 5.101. */
export function moduleFactory<Data>(Class: new (data: Data) => Module): ModuleFactory {
  const factory: Pick<ModuleFactory, 'create'> = {
    create({ dependencies: [dependency] }, callback) {
      callback(null, { module: new Class((dependency as Dependency & Cached<Data>).data) });
    },
  };
  return factory as ModuleFactory;
}
