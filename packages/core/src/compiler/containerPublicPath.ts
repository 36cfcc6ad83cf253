import type { ContainerPlan } from '../options/plan.ts';
import { containerRuntime } from './containerRuntime.ts';
import { federationRuntimeModule } from './FederationRuntimeModule.ts';
import type { RuntimeCompilation, RuntimeCompiler } from './RuntimeCompiler.ts';

const NAME = 'HansaPublicPath';

/** Lets a container ask for its public path in the page, after the bundler has set its own. */
export function applyPublicPath(compiler: RuntimeCompiler, container: ContainerPlan): void {
  const { publicPath } = container;
  if (publicPath === undefined) return;
  const RuntimeModule = federationRuntimeModule(compiler);
  const { RuntimeGlobals } = compiler.webpack as {
    readonly RuntimeGlobals: { readonly publicPath: string };
  };
  const text = `${RuntimeGlobals.publicPath} = ${publicPath};`;
  const runtime = containerRuntime(container);
  compiler.hooks.thisCompilation.tap(NAME, (given) => {
    const compilation = given as RuntimeCompilation;
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk) => {
      if (chunk.name !== runtime) return;
      const piece = { name: 'federation public path', stage: 'STAGE_ATTACH', text } as const;
      compilation.addRuntimeModule(chunk, new RuntimeModule(piece));
    });
  });
}
