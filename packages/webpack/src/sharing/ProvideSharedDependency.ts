import { type Cached, cachedClass } from '../cachedClass.ts';
import type { Dependency, Webpack } from '../Webpack.ts';
import type { ProvideData } from './ProvideSharedModule.ts';

export type ProvideSharedDependencyClass = new (
  data: ProvideData,
) => Dependency & Cached<ProvideData>;

/** Includes a provided module in the build. */
export const getProvideSharedDependency: (webpack: Webpack) => ProvideSharedDependencyClass =
  cachedClass<ProvideSharedDependencyClass>(
    'ProvideSharedDependency',
    (webpack) =>
      class ProvideSharedDependency extends webpack.Dependency {
        data: ProvideData;

        constructor(data: ProvideData) {
          super();
          this.data = data;
        }

        override get type(): string {
          return 'provide shared module';
        }

        override getResourceIdentifier(): string {
          return `provide ${JSON.stringify(this.data)}`;
        }
      },
  );
