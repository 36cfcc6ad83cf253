import type { RuntimeConfig, StartupData } from '@hansa/runtime/protocol';
import type { EntrySourcePlan, RemotePlan } from '../options/plan.ts';
import type {
  RequiredGlobal,
  RuntimeBundler,
  RuntimeChunk,
  RuntimeCompilation,
  RuntimeCompiler,
} from './RuntimeCompiler.ts';
import { type Capabilities, facadePath, runtimeText } from './runtimeText.ts';

/** What one plugin adds to the runtime of a compiler. */
export interface RuntimeContribution {
  /** Name of the instance. @default output.uniqueName */
  name?: string;
  /** @default 'loaded-first' */
  shareStrategy?: 'version-first' | 'loaded-first';
  remotes?: readonly RemotePlan[];
  /** Name of a container entry. */
  container?: string;
  /** Entries whose graph reaches a share or a remote wait for it. @default false */
  asyncStartup?: boolean;
}

/** Where the two bundlers differ. */
export interface RuntimeAdapter {
  /** Stage by which the tables have been printed. */
  readonly stage: 'STAGE_ATTACH' | 'STAGE_TRIGGER';
  /** Source types of the modules that the tables list. */
  readonly sourceTypes: Readonly<Record<'remote' | 'consume' | 'provide', string>>;
  /** Whether every runtime chunk has chunk handlers that throw until they are replaced. */
  readonly openHandlers: boolean;
}

/** The merged contributions to one compiler. */
interface Contributions {
  name: string;
  shareStrategy: 'version-first' | 'loaded-first' | undefined;
  remotes: RemotePlan[];
  containers: Set<string>;
  asyncStartup: boolean;
}

const NAME = 'HansaRuntime';

/** What the runtime uses of the bundler's. */
const REQUIRED: readonly RequiredGlobal[] = [
  'moduleFactories',
  'moduleCache',
  'shareScopeMap',
  'initializeSharing',
];

const perCompiler = new WeakMap<RuntimeCompiler, Contributions>();

/**
 * Puts the runtime into every runtime chunk that reaches federation. Every plugin calls it with what it knows; the
 * contributions to one compiler are merged.
 */
export function applyRuntime(
  compiler: RuntimeCompiler,
  contribution: RuntimeContribution,
  adapter: RuntimeAdapter,
): void {
  let all = perCompiler.get(compiler);
  if (!all) {
    all = { name: '', shareStrategy: undefined, remotes: [], containers: new Set(), asyncStartup: false };
    perCompiler.set(compiler, all);
    aliasFacade(compiler);
    tapCompiler(compiler, all, adapter);
  }
  all.name ||= contribution.name ?? '';
  all.shareStrategy ??= contribution.shareStrategy;
  all.remotes.push(...(contribution.remotes ?? []));
  all.asyncStartup ||= contribution.asyncStartup ?? false;
  if (contribution.container) all.containers.add(contribution.container);
}

function aliasFacade({ options: { resolve } }: RuntimeCompiler): void {
  const alias = facadePath();
  resolve.alias = Array.isArray(resolve.alias)
    ? [...(resolve.alias as unknown[]), { name: '@hansa/runtime', onlyModule: true, alias }]
    : { ...(resolve.alias as object | undefined), '@hansa/runtime$': alias };
}

function tapCompiler(compiler: RuntimeCompiler, all: Contributions, adapter: RuntimeAdapter): void {
  const { RuntimeGlobals, RuntimeModule, runtime } = compiler.webpack as RuntimeBundler;
  const Base = (runtime && runtime.RuntimeModule) || RuntimeModule;
  class FederationRuntimeModule extends Base {
    readonly text: string;
    constructor(text: string) {
      super('federation', Base[adapter.stage]);
      this.text = text;
    }
    generate(): string {
      return this.text;
    }
  }
  compiler.hooks.thisCompilation.tap(NAME, (given) => {
    const compilation = given as RuntimeCompilation;
    const { chunkGraph } = compilation;
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, (chunk, requirements) => {
      const chunks = [...chunk.getAllReferencedChunks()];
      const { sourceTypes } = adapter;
      const reaches = (type: keyof typeof sourceTypes, among = chunks): boolean =>
        among.some((one) => hasModules(chunkGraph, one, type, sourceTypes[type]));

      const consumes = reaches('consume');
      const container = all.containers.has(chunk.name ?? '');
      // The facade reads the runtime id, so that chunks which contain it are known by that requirement.
      const remotes = reaches('remote') || requirements.has(RuntimeGlobals.runtimeId);
      const bare = requirements.has(RuntimeGlobals.shareScopeMap);
      if (!container && !remotes && !consumes && !bare) {
        const idle = adapter.openHandlers && closedHandlers(RuntimeGlobals);
        if (idle) compilation.addRuntimeModule(chunk, new FederationRuntimeModule(idle));
        return;
      }

      const needs = { container, remotes, shares: consumes || bare || reaches('provide') };
      const waits = (one: RuntimeChunk): boolean =>
        reaches('consume', [one]) || reaches('remote', [one]);
      // The `get` and `init` of a container must be there at once.
      const startup = container || !all.asyncStartup ? [] : startupOf(chunkGraph, chunk, waits);
      for (const global of REQUIRED) requirements.add(RuntimeGlobals[global]);
      if (startup.some(({ entries }) => !entries)) requirements.add(RuntimeGlobals.startup);
      const config = configOf(compiler, all, needs);
      if (startup.length) config.startup = startup;
      const text = installation(compiler, needs, config);
      compilation.addRuntimeModule(chunk, new FederationRuntimeModule(text));
    });
  });
}

/** For chunks that do not reach federation: nothing to wait for. */
function closedHandlers({ ensureChunkHandlers: f }: RuntimeBundler['RuntimeGlobals']): string {
  return `if (${f}) ${f}.consumes = ${f}.remotes = () => {};`;
}

function hasModules(
  chunkGraph: RuntimeCompilation['chunkGraph'],
  chunk: RuntimeChunk,
  type: keyof RuntimeAdapter['sourceTypes'],
  sourceType: string,
): boolean {
  for (const module of chunkGraph.getChunkModulesIterableBySourceType(chunk, sourceType) ?? []) {
    // Rspack lists remote modules among the providers too.
    if (type !== 'provide' || module.type === 'provide-module') return true;
  }
  return false;
}

/** The entries of a runtime that have something to wait for, and the chunks that say what. */
function startupOf(
  chunkGraph: RuntimeCompilation['chunkGraph'],
  runtimeChunk: RuntimeChunk,
  waits: (chunk: RuntimeChunk) => boolean,
): StartupData[] {
  const startup: StartupData[] = [];
  for (const group of runtimeChunk.groupsIterable) {
    const initial = [...group.chunks];
    if (!group.isInitial() || !initial.some(waits)) continue;
    const chunks = initial.map(({ id }) => id!);
    for (const chunk of initial) {
      const entries = [...chunkGraph.getChunkEntryModulesIterable(chunk)].map(
        (module) => chunkGraph.getModuleId(module)!,
      );
      if (!entries.length) continue;
      startup.push(chunk.id === runtimeChunk.id ? { chunks } : { chunks, entries });
    }
  }
  return startup;
}

function configOf(compiler: RuntimeCompiler, all: Contributions, needs: Capabilities): RuntimeConfig {
  const remotes: RuntimeConfig['remotes'] = {};
  for (const { alias, sources, shareScope } of needs.remotes ? all.remotes : []) {
    const entries = sources.filter((source): source is EntrySourcePlan => source.kind === 'entry');
    if (!entries.length) continue;
    remotes[alias] = {
      sources: entries.map(({ name, entry, type }) => ({ name, entry, type })),
      shareScope: shareScope.length === 1 ? shareScope[0]! : [...shareScope],
    };
  }
  return {
    name: all.name || compiler.options.output.uniqueName || '',
    shareStrategy: all.shareStrategy ?? 'loaded-first',
    remotes,
  };
}

function installation(compiler: RuntimeCompiler, needs: Capabilities, config: RuntimeConfig): string {
  const { platform, options, webpack } = compiler;
  const environment = platform.node && !platform.web ? 'node' : 'web';
  const text = runtimeText(needs, environment, options.mode !== 'production');
  const { require } = (webpack as RuntimeBundler).RuntimeGlobals;
  return `${text}(${require}, ${JSON.stringify(config)});`;
}
