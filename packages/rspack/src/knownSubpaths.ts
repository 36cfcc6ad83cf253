import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Compiler } from '@rspack/core';
import {
  foldersAbove,
  type ConsumePlan,
  type FederationPlan,
  type PackageFile,
  type ProvidePlan,
} from '@hansa/core';
import { readPackage } from './readPackage.ts';
import { nativeRequest, needsGate } from './shareRequests.ts';

type Share = ConsumePlan | ProvidePlan;

/** Files and folders of a package; every name costs native code a share, and those of packages of icons are thousands. */
const LIMIT = 100;

/** What a package offers below its name: requests, and prefixes that end in `/`. */
interface Subpaths {
  readonly names: readonly string[];
  readonly version: string | undefined;
}

/**
 * Rspack's plugins share whatever starts with a prefix, also what is not there, and `try { require('react-dom/client') }`
 * ends the build. So the sub-paths of a package are shared by their names, as its `exports` or its folder tells them.
 * @param compiler whose resolvers know their options
 */
export function withKnownSubpaths(compiler: Compiler, plan: FederationPlan): FederationPlan {
  const known = new Map<string, Subpaths | undefined>();
  const subpathsOf = (request: string): Subpaths | undefined => {
    const name = request.slice(0, -1);
    if (!known.has(name)) known.set(name, findSubpaths(compiler, name));
    return known.get(name);
  };
  const expand = <T extends Share>(shares: readonly T[]): T[] => {
    const written = new Set(shares.map(nativeRequest));
    return shares.flatMap((share) => {
      // Who decides by the call finds a prefix, and asks for what follows it.
      const isPrefix = share.subpath && share.request.endsWith('/') && !needsGate(share);
      const found = isPrefix ? subpathsOf(share.request) : undefined;
      if (!found) return [share];
      const named = found.names.map((name) => below(share, name, found.version));
      return named.filter(({ request }) => !written.has(request));
    });
  };
  return { ...plan, consumes: expand(plan.consumes), provides: expand(plan.provides) };
}

function below<T extends Share>(share: T, name: string, version: string | undefined): T {
  return {
    ...share,
    request: share.request + name,
    shareKey: share.shareKey + name,
    ...('import' in share && share.import ? { import: share.import + name } : {}),
    // Rspack would look no further than a `package.json` that only sets `type`.
    ...('version' in share && !name.endsWith('/') ? { version: share.version ?? version } : {}),
  };
}

/** @returns nothing where the package is not found, or cannot be looked into */
function findSubpaths({ context, resolverFactory }: Compiler, name: string): Subpaths | undefined {
  try {
    const file = resolverFactory
      .get('normal', { dependencyType: 'esm' })
      .resolveSync({}, context, name);
    for (const folder of file ? foldersAbove(dirname(file.split('?', 1)[0]!)) : []) {
      const data = readPackage(folder);
      if (data?.['name'] !== name) continue;
      const { exports, version } = data as PackageFile & { exports?: unknown; version?: string };
      const names = exports === undefined ? namesIn(folder) : namesOf(exports);
      return names.includes('') ? undefined : { names, version };
    }
  } catch {
    // The build reports it where the module is imported.
  }
  return undefined;
}

/** Keys of `exports`; of a pattern the folder. */
function namesOf(exports: unknown): string[] {
  if (typeof exports !== 'object' || exports === null) return [];
  return Object.entries(exports).flatMap(([key, target]) =>
    key.startsWith('./') && target !== null ? [key.slice(2).replace(/[^/]*\*.*/, '')] : [],
  );
}

/** Files, also without their extension, and folders with all that is in them. */
function namesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !/^\.|^node_modules$/.test(name),
  );
  if (entries.length > LIMIT) return [''];
  const names = entries.flatMap((entry) => {
    const { name } = entry;
    return entry.isFile() ? [name, name.replace(/\.[^.]+$/, '')] : [name, `${name}/`];
  });
  return [...new Set(names)];
}
