import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compiler } from '@rspack/core';
import {
  foldersAbove,
  isPath,
  packageNameOf,
  type PackageFile,
  type ProvidePlan,
  versionIn,
} from '@hansa/core';
import { installedFolder, resolvedFile } from './installedFolder.ts';
import { readPackage } from './readPackage.ts';

/**
 * Rspack takes the version of a provided module from the nearest `package.json`; where that has none, as one that only
 * sets `type`, it does not provide the module. Such a share gets the version of the package that owns the file.
 * @param compiler whose resolvers know their options
 */
export function withOwnVersions(
  compiler: Compiler,
  provides: readonly ProvidePlan[],
): ProvidePlan[] {
  return provides.map((plan) => {
    const { request, version } = plan;
    if (version !== undefined || isPath(request)) return plan;
    const prefix = request.endsWith('/');
    const owner = prefix ? versionBelow(compiler, request) : versionOf(compiler, request);
    return owner ? { ...plan, version: owner } : plan;
  });
}

function versionOf(compiler: Compiler, request: string): string | undefined {
  const file = resolvedFile(compiler, request);
  return file === undefined ? undefined : versionAbove(file);
}

/** The version that owns a file, unless it is that of the nearest `package.json`. */
function versionAbove(file: string): string | undefined {
  let nearest: PackageFile | undefined;
  for (const folder of foldersAbove(dirname(file))) {
    const data = readPackage(folder);
    const version = versionIn(folder, data);
    if (version !== undefined) return nearest && version;
    nearest ??= data;
  }
  return undefined;
}

/** The version that owns a folder, when a `package.json` in it or just below has none, and none has one of its own. */
function versionBelow(compiler: Compiler, prefix: string): string | undefined {
  const name = packageNameOf(prefix);
  const root = name && installedFolder(compiler, name);
  if (!root) return undefined;
  const folder = join(root, prefix.slice(name.length));
  if (!existsSync(folder)) return undefined;
  const nested = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readPackage(join(folder, entry.name)));
  if (folder !== join(root, '/')) nested.push(readPackage(folder));
  const found = nested.flatMap((data) => (data ? [data['version']] : []));
  const owner = found.length && !found.some(Boolean) && readPackage(root)?.['version'];
  return typeof owner === 'string' ? owner : undefined;
}
