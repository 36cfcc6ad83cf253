import { packageReader, type ReadPackage } from '@hansa/core';
import { getFederationModule } from './FederationModule.ts';
import type { Compilation, Compiler, Module } from './Webpack.ts';

const NAME = 'HansaKeptImports';
const KINDS: ReadonlySet<string> = new Set(['consume-shared-module', 'remote-module']);

/** Which `package.json` files had a say in what imports lead to. */
interface PackagePaths {
  readonly files: Set<string>;
  readonly missing: Set<string>;
}

const kept = new WeakMap<Compiler, PackagePaths>();

/**
 * Lets a watching webpack remember what shared and remote imports lead to, as it does for imports of packages
 * (`module.unsafeCache`): finding that out again is most of what federation would cost a rebuild.
 */
export function keepImports(compiler: Compiler): void {
  if (kept.has(compiler)) return;
  const paths: PackagePaths = { files: new Set(), missing: new Set() };
  kept.set(compiler, paths);
  const FederationModule = getFederationModule(compiler.webpack);
  const { module: options } = compiler.options;
  // After the defaults.
  compiler.hooks.environment.tap(NAME, () => {
    const { unsafeCache } = options;
    if (typeof unsafeCache !== 'function') return;
    options.unsafeCache = (module: Module) =>
      (module instanceof FederationModule && KINDS.has(module.type)) || unsafeCache(module);
  });
  compiler.hooks.watchRun.tap(NAME, ({ modifiedFiles, removedFiles }) => {
    const changed = [...(modifiedFiles ?? []), ...(removedFiles ?? [])];
    // There is no way to forget some imports only.
    if (changed.some((path) => paths.files.has(path) || paths.missing.has(path))) {
      options.unsafeCache = false;
    }
  });
  compiler.hooks.thisCompilation.tap(NAME, ({ fileDependencies, missingDependencies }) => {
    fileDependencies.addAll(paths.files);
    missingDependencies.addAll(paths.missing);
  });
}

const readers = new WeakMap<Compilation, ReadPackage>();

/** Reads each folder once per compilation. What is read for imports that are kept is watched as long as these are. */
export function keptPackageReader(compilation: Compilation): ReadPackage {
  const paths = kept.get(compilation.compiler);
  if (!paths) return packageReader(compilation);
  let read = readers.get(compilation);
  if (!read) {
    const { inputFileSystem, fileDependencies, missingDependencies } = compilation;
    const both = (own: Set<string>, all: Compilation['fileDependencies']) => ({
      add: (path: string) => all.add(path) && own.add(path),
    });
    read = packageReader({
      inputFileSystem: inputFileSystem as never,
      fileDependencies: both(paths.files, fileDependencies),
      missingDependencies: both(paths.missing, missingDependencies),
    });
    readers.set(compilation, read);
  }
  return read;
}
