import { dirname, join } from 'node:path';
import type { Compilation, Compiler, Module } from '@rspack/core';
import {
  chunkModules,
  claimOf,
  consumeIdentity,
  foldersAbove,
  noteRange,
  fileOf,
  versionIn,
  type ConsumePlan,
} from '@hansa/core';
import { readPackage } from './readPackage.ts';

const NAME = 'HansaReadableRanges';

/** Modules, and the ranges that Rspack prints and that are to be printed. */
type Ranges = Map<Module, { readonly raw: string; readonly range: string }>;

/**
 * Rspack prints what a `package.json` says about a dependency as it is, `catalog:` and `workspace:^` too. No runtime can
 * read these: the table gets the range that they stand for.
 */
export function applyReadableRanges(compiler: Compiler, consumes: readonly ConsumePlan[]): void {
  if (consumes.every(({ requiredVersion }) => requiredVersion !== undefined)) return;
  // While no range needs it, rebuilds look again only when they made other shared modules.
  let readable = false;
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    let ranges: Ranges | undefined;
    // The hook of the runtime: each other one would cost another call from native code.
    compilation.hooks.additionalTreeRuntimeRequirements.tap(NAME, () => {
      if (ranges) return;
      const look = !readable || [...compilation.builtModules].some(isConsume);
      const found = (ranges = look ? findRanges(compilation) : new Map());
      readable = !found.size;
      if (readable) return;
      // A tap is handed the text of every runtime module: it is there only when there is something to replace.
      compilation.hooks.runtimeModule.tap(NAME, ({ name, source }) => {
        if (name !== 'consumes_loading' || !source) return;
        source.source = Buffer.from(replaced(compilation, String(source.source), found));
      });
    });
  });
}

function isConsume({ type }: Module): boolean {
  return type === 'consume-shared-module';
}

function findRanges(compilation: Compilation): Ranges {
  const { chunkGraph } = compilation;
  const all = [...compilation.chunks].flatMap((chunk) =>
    chunkModules(chunkGraph, chunk, 'consume-shared'),
  );
  const found: Ranges = new Map();
  for (const module of new Set(all)) {
    const identity = consumeIdentity(module.identifier());
    if (!identity) continue;
    const { range: raw, file } = identity;
    const range = rangeOf(compilation, raw, file);
    if (range === raw) continue;
    found.set(module, { raw, range });
    noteRange(compilation, module.identifier(), range);
  }
  return found;
}

function rangeOf(compilation: Compilation, raw: string, file: string | undefined): string {
  const claim = claimOf(raw);
  if ('range' in claim) return claim.range;
  const version = file && versionOwning(compilation, fileOf(file));
  return version ? claim.installed + version : '*';
}

function versionOwning(
  { fileDependencies, missingDependencies }: Compilation,
  file: string,
): string | undefined {
  for (const folder of foldersAbove(dirname(file))) {
    const data = readPackage(folder);
    (data ? fileDependencies : missingDependencies).add(join(folder, 'package.json'));
    const version = versionIn(folder, data);
    if (version !== undefined) return version || undefined;
  }
  return undefined;
}

function replaced({ chunkGraph }: Compilation, text: string, ranges: Ranges): string {
  for (const [module, { raw, range }] of ranges) {
    const id = JSON.stringify(String(chunkGraph.getModuleId(module)));
    const start = text.indexOf(`${id}: { shareScope: `);
    const field = `requiredVersion: ${JSON.stringify(raw)}`;
    const at = start < 0 ? -1 : text.indexOf(field, start);
    if (at < 0) continue;
    const rest = text.slice(at + field.length);
    text = `${text.slice(0, at)}requiredVersion: ${JSON.stringify(range)}${rest}`;
  }
  return text;
}
