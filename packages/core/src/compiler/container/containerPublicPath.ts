import type { ContainerPlan } from '../../options/plan.ts';
import { containerRuntime } from './containerRuntime.ts';
import { federationRuntimeModule } from '../runtime/FederationRuntimeModule.ts';
import type {
  RuntimeBundler,
  RuntimeCompilation,
  RuntimeCompiler,
} from '../runtime/RuntimeCompiler.ts';

const NAME = 'HansaPublicPath';

/**
 * Lets a container ask for its public path in the page, after the bundler has set its own: by the user's expression, or,
 * where `auto` finds no script that is running, by what SystemJS tells.
 */
export function applyPublicPath(compiler: RuntimeCompiler, container: ContainerPlan): void {
  const { publicPath, library } = container;
  if (publicPath === undefined && library.type !== 'system') return;
  const RuntimeModule = federationRuntimeModule(compiler);
  const { RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  const runtime = containerRuntime(container);
  compiler.hooks.thisCompilation.tap(NAME, (given) => {
    const compilation = given as RuntimeCompilation;
    const { output } = compiler.options;
    const isAuto = output.publicPath === 'auto';
    const expression = publicPath ?? (isAuto && systemPath(container.filename ?? output.filename));
    if (!expression) return;
    const text = `${RuntimeGlobals.publicPath} = ${expression};`;
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk) => {
      if (chunk.name !== runtime) return;
      // Rspack's own comes late.
      const piece = { name: 'federation public path', stage: 'STAGE_TRIGGER', text } as const;
      compilation.addRuntimeModule(chunk, new RuntimeModule(piece));
    });
  });
}

/** The folder above those in the file's name. */
function systemPath(filename: unknown): string {
  const depth = typeof filename === 'string' ? filename.replace(/^\.\//, '').split('/').length : 1;
  const up = '../'.repeat(depth - 1);
  return `__system_context__.meta.url.replace(/[?#].*$/, '').replace(/[^/]+$/, ${JSON.stringify(up)})`;
}
