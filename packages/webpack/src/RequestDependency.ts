import { type Cached, cachedClass } from './cachedClass.ts';
import type { ModuleDependency, Webpack } from './Webpack.ts';

export type RequestDependencyClass = new (request: string) => ModuleDependency & Cached<string>;

/** A class of dependencies that are resolved like an `import` and never shared, so that a share can reach its own module. */
export function requestDependency(
  name: string,
  type: string,
): (webpack: Webpack) => RequestDependencyClass {
  return cachedClass<RequestDependencyClass>(name, (webpack) => {
    const { ModuleDependency } = webpack.dependencies;
    class RequestDependency extends ModuleDependency {
      get data(): string {
        return this.request;
      }

      override get type(): string {
        return type;
      }

      override get category(): string {
        return 'esm';
      }
    }
    // webpack's own sharing plugins look for this kind since 5.112.
    Object.assign(RequestDependency, { KINDS: new Set(['sharing-request']) });
    return RequestDependency;
  });
}
