import { type Cached, cachedClass } from '../cachedClass.ts';
import type { Dependency, Webpack } from '../Webpack.ts';

export type StaticExportsDependencyClass = new (
  names: readonly string[],
) => Dependency & Cached<readonly string[]>;

/** Declares the exports of a module that nobody parses. */
export const getStaticExportsDependency: (webpack: Webpack) => StaticExportsDependencyClass =
  cachedClass<StaticExportsDependencyClass>(
    'StaticExportsDependency',
    (webpack) =>
      class StaticExportsDependency extends webpack.dependencies.NullDependency {
        data: readonly string[];

        constructor(names: readonly string[]) {
          super();
          this.data = names;
        }

        override get type(): string {
          return 'static exports';
        }

        override getExports(): ReturnType<Dependency['getExports']> {
          return { exports: [...this.data], canMangle: false };
        }
      },
  );
