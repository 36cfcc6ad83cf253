import type { ModuleId } from '@hansa/runtime/protocol';
import type { RuntimePluginPlan } from '../../options/plan.ts';
import { INCLUDE_STAGE } from '../includeInternal.ts';
import type {
  PluginBundler,
  PluginCompilation,
  RuntimeChunk,
  RuntimeCompilation,
  RuntimeCompiler,
  RuntimeDependency,
} from './RuntimeCompiler.ts';

const NAME = 'HansaRuntimePlugins';

/** A module in every entry, containers included, that hands the runtime plugins to the runtime, which requires it. */
export class PluginRegistrar {
  private readonly plans: RuntimePluginPlan[] = [];
  /** By entry; the same objects in every compilation, or a watching compiler would build it anew. */
  private readonly dependencies = new Map<string, RuntimeDependency>();

  add(compiler: RuntimeCompiler, plans: readonly RuntimePluginPlan[]): void {
    const isFirst = !this.plans.length;
    this.plans.push(...plans);
    if (!isFirst || !plans.length) return;
    const { DynamicEntryPlugin } = compiler.webpack as PluginBundler;
    // No entry: a build of a container alone has nothing else that tells how entries are built.
    new DynamicEntryPlugin(compiler.context, async () => ({})).apply(compiler);
    compiler.hooks.finishMake.tapPromise({ name: NAME, stage: INCLUDE_STAGE }, async (given) => {
      const compilation = given as PluginCompilation;
      const names = [...compilation.entries.keys()];
      await Promise.all(names.map((name) => this.include(compiler, compilation, name)));
    });
  }

  private include(
    compiler: RuntimeCompiler,
    compilation: PluginCompilation,
    name: string,
  ): Promise<void> {
    const { EntryPlugin } = compiler.webpack as PluginBundler;
    const known = this.dependencies.get(name);
    const dependency = known ?? EntryPlugin.createDependency(requestOf(this.plans));
    this.dependencies.set(name, dependency);
    return new Promise((resolve, reject) => {
      compilation.addInclude(compiler.context, dependency, { name }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }

  /** Its id, if it is in the chunks of a runtime. A worker has none. */
  idFor(compilation: RuntimeCompilation, runtimeChunk: RuntimeChunk): ModuleId | undefined {
    if (!this.dependencies.size) return undefined;
    const { chunkGraph, moduleGraph } = compilation as PluginCompilation;
    const own = new Set([...runtimeChunk.getAllReferencedChunks()].map(({ id }) => id));
    for (const dependency of this.dependencies.values()) {
      const module = moduleGraph.getModule(dependency);
      const chunks = module ? [...chunkGraph.getModuleChunks(module)] : [];
      if (chunks.some(({ id }) => own.has(id))) return chunkGraph.getModuleId(module)!;
    }
    return undefined;
  }
}

/**
 * It exports nothing, as nobody imports it and production would drop that. The name in front makes it an ordinary
 * module: its requests are resolved, and CommonJS is understood, as in the user's own.
 */
function requestOf(plans: readonly RuntimePluginPlan[]): string {
  const imports = plans.map(
    ({ request }, index) => `import * as plugin${index} from ${JSON.stringify(request)};\n`,
  );
  const rows = plans.map(
    ({ params }, index) => `[plugin${index}, ${JSON.stringify(params) ?? 'undefined'}]`,
  );
  const text = `${imports.join('')}__webpack_require__.federation.plugins = [${rows.join(', ')}];`;
  // A `!` would start a loader.
  const body = encodeURIComponent(text).replace(/!/g, '%21');
  return `hansa-runtime-plugins!=!data:text/javascript,${body}`;
}
