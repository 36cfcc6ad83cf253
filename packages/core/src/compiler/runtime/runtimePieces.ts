import { isManifest, type ModuleId, type RuntimeConfig } from '@hansa/runtime/protocol';
import { awaitedExposesPieces } from './awaitedExposes.ts';
import { reaches, type TableSourceTypes } from './chunkReach.ts';
import { environmentOf } from './environment.ts';
import { fallbackSharesPieces } from './fallbackShares.ts';
import type { RuntimePiece } from './FederationRuntimeModule.ts';
import { hotModulesPieces } from './hotModules.ts';
import { hotUpdatesPieces } from './hotUpdates.ts';
import { isWorker, keepingMessages, refuseScriptWorkers } from './moduleWorkers.ts';
import { ownChunksPieces } from './ownChunks.ts';
import { noncePieces, policiesText } from './policies.ts';
import type {
  RequiredGlobal,
  RuntimeBundler,
  RuntimeChunk,
  RuntimeCompilation,
  RuntimeCompiler,
} from './RuntimeCompiler.ts';
import type { RuntimeContributions } from './runtimeContributions.ts';
import { type Capabilities, entriesText, type Environment, runtimeText } from './runtimeText.ts';
import { sharedRuntime } from './sharedRuntime.ts';
import { isModuleLibrary, sharedRuntimeError, startupOf, withOthersApart } from './startup.ts';

/** Where the two bundlers differ. */
export interface RuntimeAdapter {
  /** Stage by which the tables have been printed. */
  readonly stage: 'STAGE_ATTACH' | 'STAGE_TRIGGER';
  readonly sourceTypes: TableSourceTypes;
  /** Whether every runtime chunk has chunk handlers that throw until they are replaced. */
  readonly openHandlers: boolean;
}

/** A runtime chunk, and what it requires of the bundler. */
export interface RuntimePlace {
  readonly compiler: RuntimeCompiler;
  readonly compilation: RuntimeCompilation;
  readonly chunk: RuntimeChunk;
  /** Grows. */
  readonly requirements: Set<string>;
}

/** What the runtime uses of the bundler's. */
const REQUIRED: readonly RequiredGlobal[] = [
  'moduleFactories',
  'moduleCache',
  'shareScopeMap',
  'initializeSharing',
];

/** All that federation prints into a runtime chunk beside the tables. */
export function runtimePieces(
  place: RuntimePlace,
  contributions: RuntimeContributions,
  { stage, sourceTypes, openHandlers }: RuntimeAdapter,
): RuntimePiece[] {
  const { compiler, compilation, chunk, requirements } = place;
  const { RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  const holds = reaches(compilation.chunkGraph, chunk, sourceTypes);
  const container = contributions.containers.has(chunk.name ?? '');
  // The facade reads the runtime id: chunks that contain it are known by that requirement.
  const facade = requirements.has(RuntimeGlobals.runtimeId);
  // Its part that may bring plugins reads the module factories.
  const instances = facade && requirements.has(RuntimeGlobals.moduleFactories);
  const remotes = (contributions.remotes.length > 0 && holds('remote')) || facade;
  const shares = holds('consume') || requirements.has(RuntimeGlobals.shareScopeMap);
  let text = openHandlers ? replaceableHandlers(RuntimeGlobals) : '';
  const config = contributions.config(chunk.name, compiler.options.output.uniqueName, remotes);
  // The `get` and `init` of a container must be there at once.
  const startsAsync = !container && contributions.asyncStartup;
  const { chunkLoading } = compiler.options.output;
  const isLate = openHandlers && chunkLoading === 'jsonp' && (remotes || shares);
  const pieces = startsAsync ? startupPieces(place, sourceTypes, config, isLate) : [];
  if (container) pieces.push(...awaitedExposesPieces(place, stage));
  if (container || startsAsync) pieces.push(...ownChunksPieces(place));
  if (contributions.containers.size) pieces.push(...hotUpdatesPieces(place));
  if (container || remotes || shares) {
    pieces.push(...hotModulesPieces(place));
    refuseScriptWorkers(place);
    const environment = environmentOf(compiler);
    const registrar = contributions.plugins.idFor(compilation, chunk);
    if (registrar !== undefined) {
      config.plugins = registrar;
      if (environment.node) config.withoutFile = chunksWithoutFile(place);
    }
    const plugins = instances || registrar !== undefined;
    const reached = { facade, plugins, container, remotes, shares, provides: holds('provide') };
    const needs = needsOf(reached, config, environment);
    const isShared = container && !needs.api && !environment.es5;
    const shared = isShared ? sharedRuntime(place, sourceTypes, needs) : undefined;
    for (const global of REQUIRED) requirements.add(RuntimeGlobals[global]);
    // Without them Rspack prints no table for entries that load nothing on demand.
    if (openHandlers) {
      requirements.add(RuntimeGlobals.ensureChunkHandlers).add(RuntimeGlobals.ensureChunk);
    }
    const policies = environment.node ? undefined : policiesText(place);
    if (shares && !reached.provides) {
      pieces.push(...fallbackSharesPieces(place, sourceTypes, environment.es5));
    }
    if (!environment.node) pieces.push(...noncePieces(place, container && !shared));
    const install = shared?.attach ?? runtimeText(needs, { ...environment, policies: !!policies });
    const args = [printConfig(config, policies), ...(shared ? [JSON.stringify(shared.place)] : [])];
    text += `${install}(${[RuntimeGlobals.require, ...args].join(', ')});`;
  }
  return text ? withMain({ name: 'federation', stage, text }, pieces) : pieces;
}

/** Some entries have no require function at all. */
function replaceableHandlers({
  require,
  ensureChunkHandlers: handlers,
}: RuntimeBundler['RuntimeGlobals']): string {
  return `if (typeof ${require} !== 'undefined' && ${handlers}) ${handlers}.consumes = ${handlers}.remotes = function () {};\n`;
}

/** Joins it with those that follow it, each in a scope of its own: Rspack asks for the text of each, in every rebuild. */
function withMain(main: RuntimePiece, pieces: readonly RuntimePiece[]): RuntimePiece[] {
  const follows = ({ stage, topLevel }: RuntimePiece): boolean => stage === main.stage && !topLevel;
  const scoped = pieces.filter(follows).map(({ text }) => `(function () {\n${text}\n})();`);
  const text = [main.text, ...scoped].join('\n');
  return [...pieces.filter((piece) => !follows(piece)), { ...main, text }];
}

/** @param reached what the chunk holds, or loads */
function needsOf(
  reached: Record<'facade' | 'plugins' | 'container' | 'remotes' | 'shares' | 'provides', boolean>,
  { remotes: known, shareStrategy }: RuntimeConfig,
  { node, dev }: Environment,
): Capabilities {
  const { facade, plugins, container, remotes, shares, provides } = reached;
  const sources = Object.values(known).flatMap((remote) => remote.sources);
  // What has remotes serves their containers too.
  const serves = remotes && !node;
  return {
    // In development tools look at every instance.
    api: facade || plugins || (dev && remotes),
    plugins,
    container: container || serves,
    remotes,
    shares: shares || serves || provides,
    manifests: sources.some(({ entry }) => isManifest(entry)),
    versionFirst: remotes && shareStrategy === 'version-first',
  };
}

/** @param policies is no JSON */
function printConfig(config: RuntimeConfig, policies: string | undefined): string {
  const json = JSON.stringify(config);
  return policies ? `${json.slice(0, -1)}, policies: ${policies}}` : json;
}

/**
 * Lets the entries of a runtime wait. The one in the runtime's own chunk is left to the runtime, by `config`.
 * @param isLate whether chunks that are there before the runtime are taken in before it has handlers
 */
function startupPieces(
  place: RuntimePlace,
  sourceTypes: TableSourceTypes,
  config: RuntimeConfig,
  isLate: boolean,
): RuntimePiece[] {
  const { compiler, compilation, chunk, requirements } = place;
  const { options, webpack } = compiler;
  const { RuntimeGlobals } = webpack as RuntimeBundler;
  const isModule = isModuleLibrary(options.entry, options.output.library);
  const { inPlace, apart, awaits, conflict } = startupOf(compilation, chunk, sourceTypes, isModule);
  const pieces: RuntimePiece[] = [];
  if (conflict) compilation.errors.push(sharedRuntimeError());
  if (inPlace) {
    config.startup = inPlace;
    requirements.add(RuntimeGlobals.startup);
  }
  const held = isLate && !awaits ? withOthersApart(compilation, chunk, apart) : apart;
  if (held.length) {
    requirements.add(RuntimeGlobals.moduleFactories).add(RuntimeGlobals.moduleCache);
    const args = `${RuntimeGlobals.require}, ${JSON.stringify(held)}`;
    const text = `${entriesText(environmentOf(compiler))}(${args});`;
    pieces.push({ name: 'federation entries', stage: 'STAGE_NORMAL', text });
  }
  if (awaits) {
    // The chunks that come with the entry are taken in later: shares in them load them now, by their names.
    requirements.add(RuntimeGlobals.ensureChunkIncludeEntries);
    const wait = awaitText(RuntimeGlobals, awaits);
    // In a block: the entry may stand beside it, with names of its own.
    const text = `{\n${isWorker(place) ? keepingMessages(wait) : wait}\n}`;
    pieces.push({ name: 'federation startup', stage: 'STAGE_TRIGGER', text, topLevel: true });
  }
  return pieces;
}

function awaitText(
  { ensureChunkHandlers }: RuntimeBundler['RuntimeGlobals'],
  chunks: readonly ModuleId[],
): string {
  const [share, remote] = ['share', 'remote'].map((kind) => `${ensureChunkHandlers}.${kind}`);
  return `const federated = [];
for (const id of ${JSON.stringify(chunks)}) {
  if (${share}) ${share}(id, federated);
  if (${remote}) ${remote}(id, federated);
}
await Promise.all(federated);`;
}

function chunksWithoutFile({ compilation, chunk }: RuntimePlace): ModuleId[] {
  const { chunkGraph } = compilation;
  return [...chunk.getAllReferencedChunks()]
    .filter((one) => {
      const modules = chunkGraph.getChunkModulesIterableBySourceType(one, 'javascript') ?? [];
      return [...modules].length === 0;
    })
    .map(({ id }) => id!);
}
