import { readdirSync } from 'node:fs';
import type { Compiler } from '@rspack/core';
import type { ConsumePlan, FederationPlan, ProvidePlan } from '@hansa/core';
import { installedFolder } from './installedFolder.ts';
import { readPackage } from './readPackage.ts';
import { nativeRequest, needsGate } from './shareRequests.ts';

type Share = ConsumePlan | ProvidePlan;

/** Files and folders of a package; every name costs native code a share, and those of packages of icons are thousands. */
const LIMIT = 100;

/**
 * Rspack's plugins share whatever starts with a prefix, also what is not there, and `try { require('react-dom/client') }`
 * ends the build. So the sub-paths of a package are shared by their names, as its `exports` or its folder tells them.
 * @param compiler whose resolvers know their options
 */
export function withKnownSubpaths(compiler: Compiler, plan: FederationPlan): FederationPlan {
  const known = new Map<string, readonly string[] | undefined>();
  const subpathsOf = (request: string): readonly string[] | undefined => {
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
      const named = found.map((name) => below(share, name));
      return named.filter(({ request }) => !written.has(request));
    });
  };
  return { ...plan, consumes: expand(plan.consumes), provides: expand(plan.provides) };
}

function below<T extends Share>(share: T, name: string): T {
  return {
    ...share,
    request: share.request + name,
    shareKey: share.shareKey + name,
    ...('import' in share && share.import ? { import: share.import + name } : {}),
  };
}

/** @returns nothing where the package may have others: it is replaced, or not installed, but source of the app */
function findSubpaths(compiler: Compiler, name: string): readonly string[] | undefined {
  const { resolve } = compiler.options;
  const aliases = Object.keys(resolve.alias || {});
  if (resolve.tsConfig || aliases.some((alias) => `${alias}/`.startsWith(`${name}/`))) return;
  const folder = installedFolder(compiler, name);
  const data = folder && readPackage(folder);
  if (!data || data['name'] !== name) return;
  const names = data['exports'] === undefined ? namesIn(folder) : namesOf(data['exports']);
  return names.includes('') ? undefined : names;
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
