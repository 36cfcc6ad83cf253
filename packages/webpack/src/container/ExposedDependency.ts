import { type Cached, cachedClass } from '../cachedClass.ts';
import type { ModuleDependency, Webpack } from '../Webpack.ts';

export interface ExposedData {
  /** Key of the expose. */
  readonly key: string;
  readonly request: string;
  readonly layer: string | undefined;
}

export type ExposedDependency = ModuleDependency & Cached<ExposedData>;
export type ExposedDependencyClass = new (data: ExposedData) => ExposedDependency;

/** From the container entry to one import of an expose. */
export const getExposedDependency: (webpack: Webpack) => ExposedDependencyClass =
  cachedClass<ExposedDependencyClass>(
    'ExposedDependency',
    (webpack) =>
      class ExposedDependency extends webpack.dependencies.ModuleDependency {
        data: ExposedData;

        constructor(data: ExposedData) {
          super(data.request);
          this.data = data;
          this.loc = { name: data.key };
        }

        override get type(): string {
          return 'container exposed';
        }

        override get category(): string {
          return 'esm';
        }

        override getResourceIdentifier(): string {
          return `exposed ${this.data.key}=${this.data.request}`;
        }
      },
  );
