import { type Cached, cachedClass } from '../cachedClass.ts';
import type { Dependency, Webpack } from '../Webpack.ts';
import type { FallbackData } from './FallbackModule.ts';

export type FallbackDependencyClass = new (data: FallbackData) => Dependency & Cached<FallbackData>;

/** From a remote module to the modules that may yield its container. */
export const getFallbackDependency: (webpack: Webpack) => FallbackDependencyClass =
  cachedClass<FallbackDependencyClass>(
    'FallbackDependency',
    (webpack) =>
      class FallbackDependency extends webpack.Dependency {
        data: FallbackData;

        constructor(data: FallbackData) {
          super();
          this.data = data;
        }

        override get type(): string {
          return 'fallback';
        }

        override getResourceIdentifier(): string {
          return `fallback ${JSON.stringify(this.data)}`;
        }
      },
  );
