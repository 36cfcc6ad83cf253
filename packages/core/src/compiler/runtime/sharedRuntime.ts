import { createHash } from 'node:crypto';
import { isProduction } from '../production.ts';
import { type TableSourceTypes, waits } from './chunkReach.ts';
import type { RuntimeBundler, RuntimeCompilation, RuntimeCompiler } from './RuntimeCompiler.ts';
import { type Capabilities, runtimeText, shimText } from './runtimeText.ts';
import type { RuntimePlace } from './runtimePieces.ts';

/** The runtime that containers load where the page has none: complete, as containers of other builds may use it too. */
const complete: Capabilities = {
  ...{ api: false, plugins: false, container: true, remotes: true, shares: true },
  ...{ manifests: true, versionFirst: true },
};

/**
 * The text of a container that uses the runtime of the page, up to its arguments.
 * @returns `undefined` where it must bring its own: outside of pages, in ES modules, where something is shared with
 * other entries or needed at once, and in development
 */
export function sharedRuntime(
  place: RuntimePlace,
  sourceTypes: TableSourceTypes,
  { manifests, versionFirst }: Capabilities,
): { attach: string; place: { kind: string; file: string } } | undefined {
  const { compiler, compilation, chunk, requirements } = place;
  const { output, externalsPresets } = compiler.options;
  const { node, web } = compiler.platform ?? externalsPresets;
  const groups = [...chunk.groupsIterable];
  if (!isProduction(compiler.options) || !web || node || output.module) return undefined;
  if (output.chunkLoading !== 'jsonp' || groups.length !== 1) return undefined;
  const initial = groups.flatMap((group) => [...group.chunks]);
  if (initial.some((one) => waits(compilation.chunkGraph, one, sourceTypes))) return undefined;
  const { RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  requirements.add(RuntimeGlobals.publicPath).add(RuntimeGlobals.loadScript);
  emitted.add(compiler);
  const kind = (manifests ? 'm' : '') + (versionFirst ? 'f' : '');
  return { attach: shimText(), place: { kind, file: fileName() } };
}

/** Compilers whose output needs the file. */
const emitted = new WeakSet<RuntimeCompiler>();

/** Emits the runtime that containers may have to load, if there are such containers. */
export function emitSharedRuntime(
  compiler: RuntimeCompiler,
  compilation: RuntimeCompilation,
): void {
  if (!emitted.has(compiler)) return;
  const { sources } = compiler.webpack as RuntimeBundler;
  const info = { minimized: true, immutable: true };
  compilation.emitAsset(fileName(), new sources.RawSource(code()), info);
}

function code(): string {
  const environment = { node: false, dev: false, es5: false, policies: true };
  return `${runtimeText(complete, environment)}();`;
}

function fileName(): string {
  const hash = createHash('sha256').update(code()).digest('hex').slice(0, 8);
  return `hansa-${hash}.js`;
}
