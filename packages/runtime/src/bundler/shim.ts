import { federationError } from '../errors.ts';
import { globals, pageRuntime } from '../protocol/globals.ts';
import type { RuntimeConfig } from '../protocol/tables.ts';
import type { Install, WebpackRequire } from './require.ts';

/** Where a container finds its runtime. */
export interface RuntimePlace {
  /** What the runtime must be able to. */
  kind: string;
  /** One that is able to all, below the public path. */
  file: string;
}

/**
 * What a container carries in place of a runtime: the first `init` or `get` takes that of the page, and loads the one
 * of its own build where the page has none.
 */
export function attach(
  req: WebpackRequire,
  config: RuntimeConfig,
  { kind, file }: RuntimePlace,
): void {
  let installed = false;
  const load = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = req.p + file + ((globals[file] as string | undefined) || '');
      const done = (): void => {
        if (pageRuntime(kind)) return resolve();
        // The browser may keep the wrong answer; whoever asks next may be another run of this container.
        globals[file] = '?retry=' + Math.random();
        reject(federationError('RUNTIME-008', { url, phase: 'entry' }));
      };
      req.l!(url, done, file);
    });
  const use = (name: 'getContainer' | 'initContainer', args: unknown[]): Promise<never> => {
    const install = pageRuntime(kind) as Install | undefined;
    if (!installed) {
      if (!install) return load().then(() => use(name, args));
      installed = true;
      // Puts its own in the place of both.
      install(req, config);
    }
    return (req[name] as (...args: unknown[]) => Promise<never>)(...args);
  };
  req.getContainer = (...args) => use('getContainer', args);
  req.initContainer = (...args) => use('initContainer', args);
}
