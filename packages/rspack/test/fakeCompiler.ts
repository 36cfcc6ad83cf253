import type { Compiler } from '@rspack/core';

interface Applied {
  readonly plugin: string;
  readonly options: Readonly<Record<string, unknown>>;
}

interface FakeCompiler {
  readonly compiler: Compiler;
  /** Native plugins in the order in which they were applied. */
  readonly applied: readonly Applied[];
  readonly warnings: readonly string[];
  call(hook: string): void;
}

/** As much of a compiler as `apply` meets before the first compilation: jest cannot load Rspack. */
export function fakeCompiler(options: Record<string, object> = {}): FakeCompiler {
  const taps: [hook: string, tap: () => void][] = [];
  const applied: Applied[] = [];
  const warnings: string[] = [];
  const hook = (name: string) => ({
    tap: (_: unknown, tap: () => void) => void taps.push([name, tap]),
    tapPromise: () => {},
  });
  const native = (plugin: string) =>
    class {
      readonly options: Applied['options'];
      constructor(given: Applied['options']) {
        this.options = given;
      }
      apply(): void {
        applied.push({ plugin, options: this.options });
      }
    };
  const bundler = {
    rspackVersion: '2.3.4',
    container: {
      ContainerPlugin: native('ContainerPlugin'),
      ContainerReferencePlugin: native('ContainerReferencePlugin'),
    },
    sharing: {
      ConsumeSharedPlugin: native('ConsumeSharedPlugin'),
      ProvideSharedPlugin: native('ProvideSharedPlugin'),
    },
    RuntimeGlobals: {},
    RuntimeModule: class {},
    Compilation: {},
  };
  const compiler = {
    context: '/app',
    resolverFactory: { get: () => ({ resolveSync: () => false }) },
    options: { output: {}, optimization: {}, experiments: {}, resolve: {}, ...options },
    rspack: bundler,
    webpack: bundler,
    hooks: {
      afterEnvironment: hook('afterEnvironment'),
      afterPlugins: hook('afterPlugins'),
      thisCompilation: hook('thisCompilation'),
      watchRun: hook('watchRun'),
      make: hook('make'),
      finishMake: hook('finishMake'),
    },
    getInfrastructureLogger: () => ({ warn: (text: string) => void warnings.push(text) }),
  };
  const call = (name: string) => {
    for (const [hooked, tap] of taps) if (hooked === name) tap();
  };
  return { compiler: compiler as unknown as Compiler, applied, warnings, call };
}
