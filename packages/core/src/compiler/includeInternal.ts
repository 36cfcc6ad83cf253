import type { RemotePlan } from '../options/plan.ts';

const NAME = 'HansaInternalRemotes';

/** Of `finishMake`: before the bundler's own plugins provide what has been seen of the shares. */
export const INCLUDE_STAGE = -1000;

/** As much of a compiler as including modules needs; both bundlers have it. */
interface IncludeCompiler {
  readonly context: string;
  /** Has an {@link EntryPlugin}. */
  readonly webpack: unknown;
  readonly hooks: {
    /** Passes an {@link IncludeCompilation}. */
    readonly finishMake: {
      tapPromise(
        options: { name: string; stage: number },
        listener: (compilation: unknown) => Promise<void>,
      ): unknown;
    };
  };
}

interface EntryPlugin {
  createDependency(request: string, options: object): object;
}

interface IncludeCompilation {
  addInclude(
    context: string,
    dependency: object,
    options: object,
    callback: (error?: Error | null) => void,
  ): void;
}

/**
 * Puts containers that are modules of the build into its entries: they are required before the chunk is loaded that
 * imports something of them.
 */
export function includeInternal(compiler: IncludeCompiler, remotes: readonly RemotePlan[]): void {
  const sources = remotes.flatMap((remote) => remote.sources);
  const requests = sources.flatMap((one) => (one.kind === 'internal' ? one.request : []));
  if (!requests.length) return;
  const { EntryPlugin } = compiler.webpack as { readonly EntryPlugin: EntryPlugin };
  // The same in every compilation, or a watching compiler would build them anew.
  const dependencies = requests.map((request) => EntryPlugin.createDependency(request, {}));
  compiler.hooks.finishMake.tapPromise({ name: NAME, stage: INCLUDE_STAGE }, async (given) => {
    const compilation = given as IncludeCompilation;
    const include = (dependency: object): Promise<void> =>
      new Promise((resolve, reject) => {
        compilation.addInclude(compiler.context, dependency, {}, (error) =>
          error ? reject(error) : resolve(),
        );
      });
    await Promise.all(dependencies.map(include));
  });
}
