import { type Cached, cachedClass } from '../cachedClass.ts';
import type { Dependency, Webpack } from '../Webpack.ts';
import type { ContainerData } from './ContainerEntryModule.ts';

export type ContainerEntryDependencyClass = new (
  data: ContainerData,
) => Dependency & Cached<ContainerData>;

/** The entry of a container. */
export const getContainerEntryDependency: (webpack: Webpack) => ContainerEntryDependencyClass =
  cachedClass<ContainerEntryDependencyClass>(
    'ContainerEntryDependency',
    (webpack) =>
      class ContainerEntryDependency extends webpack.Dependency {
        data: ContainerData;

        constructor(data: ContainerData) {
          super();
          this.data = data;
          this.loc = { name: data.name };
        }

        override get type(): string {
          return 'container entry';
        }

        override get category(): string {
          return 'esm';
        }

        override getResourceIdentifier(): string {
          return `container entry ${this.data.name}`;
        }
      },
  );
