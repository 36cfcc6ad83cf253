import { reaches, startupOf, type TableSourceTypes } from './chunkReach.ts';
import type {
  RequiredGlobal,
  RuntimeBundler,
  RuntimeCompilation,
  RuntimeCompiler,
} from './RuntimeCompiler.ts';
import { type RuntimeContribution, RuntimeContributions } from './runtimeContributions.ts';
import { facadePath, runtimeText } from './runtimeText.ts';

/** Where the two bundlers differ. */
export interface RuntimeAdapter {
  /** Stage by which the tables have been printed. */
  readonly stage: 'STAGE_ATTACH' | 'STAGE_TRIGGER';
  readonly sourceTypes: TableSourceTypes;
  /** Whether every runtime chunk has chunk handlers that throw until they are replaced. */
  readonly openHandlers: boolean;
}

const NAME = 'HansaRuntime';

/** What the runtime uses of the bundler's. */
const REQUIRED: readonly RequiredGlobal[] = [
  'moduleFactories',
  'moduleCache',
  'shareScopeMap',
  'initializeSharing',
];

const perCompiler = new WeakMap<RuntimeCompiler, RuntimeContributions>();

/**
 * Puts the runtime into every runtime chunk that reaches federation. Every plugin calls it with what it knows; the
 * contributions to one compiler are merged.
 */
export function applyRuntime(
  compiler: RuntimeCompiler,
  contribution: RuntimeContribution,
  adapter: RuntimeAdapter,
): void {
  let contributions = perCompiler.get(compiler);
  if (!contributions) {
    contributions = new RuntimeContributions();
    perCompiler.set(compiler, contributions);
    aliasFacade(compiler);
    tapCompilations(compiler, contributions, adapter);
  }
  contributions.add(contribution);
}

function aliasFacade({ options: { resolve } }: RuntimeCompiler): void {
  const alias = facadePath();
  resolve.alias = Array.isArray(resolve.alias)
    ? [...(resolve.alias as unknown[]), { name: '@hansa/runtime', onlyModule: true, alias }]
    : { ...(resolve.alias as object | undefined), '@hansa/runtime$': alias };
}

function tapCompilations(
  compiler: RuntimeCompiler,
  contributions: RuntimeContributions,
  adapter: RuntimeAdapter,
): void {
  const FederationRuntimeModule = runtimeModule(compiler, adapter.stage);
  const { RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  const { sourceTypes, openHandlers } = adapter;
  const handlers = RuntimeGlobals.ensureChunkHandlers;
  const closed = `if (${handlers}) ${handlers}.consumes = ${handlers}.remotes = () => {};\n`;

  compiler.hooks.thisCompilation.tap(NAME, (given) => {
    const compilation = given as RuntimeCompilation;
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk, requirements) => {
      const { chunkGraph } = compilation;
      const holds = reaches(chunkGraph, chunk, sourceTypes);
      const container = contributions.containers.has(chunk.name ?? '');
      // The facade reads the runtime id: chunks that contain it are known by that requirement.
      const remotes = holds('remote') || requirements.has(RuntimeGlobals.runtimeId);
      const shares = holds('consume') || requirements.has(RuntimeGlobals.shareScopeMap);
      let text = openHandlers ? closed : '';
      if (container || remotes || shares) {
        const needs = { container, remotes, shares: shares || holds('provide') };
        const config = contributions.config(compiler.options.output.uniqueName, remotes);
        // The `get` and `init` of a container must be there at once.
        if (!container && contributions.asyncStartup) {
          const startup = startupOf(compilation, chunk, sourceTypes);
          if (startup.length) config.startup = startup;
          if (startup.some(({ entries }) => !entries)) requirements.add(RuntimeGlobals.startup);
        }
        for (const global of REQUIRED) requirements.add(RuntimeGlobals[global]);
        // Without them Rspack prints no table for entries that load nothing on demand.
        if (openHandlers) requirements.add(handlers).add(RuntimeGlobals.ensureChunk);
        text += `${runtimeText(needs, environmentOf(compiler))}(${RuntimeGlobals.require}, ${JSON.stringify(config)});`;
      }
      if (text) compilation.addRuntimeModule(chunk, new FederationRuntimeModule(text));
    });
  });
}

function environmentOf({ options, platform }: RuntimeCompiler): Parameters<typeof runtimeText>[1] {
  const { node, web } = platform ?? options.externalsPresets;
  return { node: !!node && !web, dev: options.mode !== 'production' };
}

function runtimeModule(
  { webpack }: RuntimeCompiler,
  stage: RuntimeAdapter['stage'],
): new (text: string) => object {
  const { RuntimeModule, runtime } = webpack as RuntimeBundler;
  const Base = runtime?.RuntimeModule ?? RuntimeModule;
  return class FederationRuntimeModule extends Base {
    readonly text: string;

    constructor(text: string) {
      super('federation', Base[stage]);
      this.text = text;
    }

    generate(): string {
      return this.text;
    }
  };
}
