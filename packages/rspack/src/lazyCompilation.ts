import type { Compiler } from '@rspack/core';

const NAME = 'HansaLazyCompilation';

/**
 * Tells whose container compiles lazily, as `rspack serve` does unless told otherwise, that hosts of other origins wait for
 * ever: their pages ask their own server for what an expose imports on demand.
 */
export function noticeLazyCompilation(compiler: Compiler, notify: (text: string) => void): void {
  let isNoticed = false;
  // The server sets the option when all plugins have been applied.
  compiler.hooks.watchRun.tap(NAME, () => {
    const { imports = true, serverUrl } = compiler.options.lazyCompilation || { imports: false };
    if (isNoticed || !imports || serverUrl) return;
    isNoticed = true;
    notify(
      'lazyCompilation: hosts of other origins cannot load what exposes import on demand, set it to `false`, or its ' +
        '`serverUrl` to the URL of this server',
    );
  });
}
