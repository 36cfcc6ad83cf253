import { posix } from 'node:path';

/** A file of the repository and the specifiers it imports, types included. */
export interface SourceFile {
  /** Relative to the repository, with slashes. */
  path: string;
  imports: string[];
  /** Those of them that are for types alone. */
  types?: string[];
}

/** What a package may import from the others. */
const packages: Record<string, string[]> = {
  runtime: [],
  core: ['@hansa/runtime/protocol'],
  webpack: ['@hansa/core', '@hansa/runtime/protocol'],
  rspack: ['@hansa/core', '@hansa/runtime/protocol'],
  rsbuild: ['@hansa/rspack', '@hansa/core'],
  types: ['@hansa/core'],
  cli: ['@hansa/core', '@hansa/webpack', '@hansa/rspack', '@hansa/rsbuild', '@hansa/types'],
  react: ['@hansa/runtime'],
  devtools: ['@hansa/runtime'],
  testing: ['@hansa/core', '@hansa/runtime'],
};

/** Who may name a bundler, be it as a type. */
const bundlers: Record<string, string[]> = {
  webpack: ['webpack', 'cli'],
  '@rspack/core': ['rspack', 'rsbuild', 'cli'],
  '@rsbuild/core': ['rsbuild', 'cli'],
};

/** The runtime from top to bottom; a floor imports itself and what is below it. */
const floors: string[][] = [
  ['index.ts', 'facade', 'plain.ts', 'script.ts', 'userTypes.ts'],
  ['bundler'],
  ['instance.ts'],
  ['remote'],
  ['share', 'hooks', 'host.ts', 'options.ts', 'preloading.ts'],
  ['load', 'errors.ts', 'own.ts', 'globals.d.ts'],
  ['protocol'],
  ['semver'],
];

const topLevel = new Set(
  (
    'packages fixtures scripts jest.config.ts pnpm-workspace.yaml pnpm-lock.yaml ' +
    'tsconfig.base.json package.json README.md ARCHITECTURE.md LICENSE node_modules'
  ).split(' '),
);

const forbidden = /^(utils?|helpers?|common|misc|tools|constants|types|shared)$/;

/** Everything in which the tree departs from its own rules, one line each. */
export function findViolations(files: SourceFile[], top: string[]): string[] {
  return [
    ...top.filter((name) => !name.startsWith('.') && !topLevel.has(name)).map(strayEntry),
    ...files
      .filter(({ path }) => hasForbiddenName(path))
      .map(({ path }) => `${path}: name says nothing`),
    ...files.flatMap(importViolations),
    ...cycles(files),
  ];
}

function strayEntry(name: string): string {
  return `${name}: does not belong in the top folder`;
}

/** The domain's own words are allowed where they are one: options/types.ts, options/shared.ts. */
function hasForbiddenName(path: string): boolean {
  if (/\/options\/(types|shared)(\.test)?\.ts$/.test(path)) return false;
  // The folder of a package may be called `types`.
  return path
    .replace(/^packages\/[^/]+\//, '')
    .split('/')
    .some((part) => forbidden.test(part.replace(/\..*$/, '')));
}

function importViolations({ path, imports }: SourceFile): string[] {
  const [, name, inside] = /^packages\/([^/]+)\/src\/(.+)$/.exec(path) ?? [];
  if (name === undefined || inside === undefined) return [];
  return imports
    .filter((specifier) => !isAllowed(name, inside, specifier))
    .map((specifier) => `${path}: may not import ${specifier}`);
}

function isAllowed(name: string, inside: string, specifier: string): boolean {
  if (specifier.startsWith('.')) return isAllowedInside(name, inside, specifier);
  if (specifier.startsWith('@hansa/')) return (packages[name] ?? []).includes(specifier);
  const bundler = Object.keys(bundlers).find((key) => `${specifier}/`.startsWith(`${key}/`));
  if (bundler) return bundlers[bundler]!.includes(name);
  if (name !== 'runtime') return true;
  if (specifier === '#load') return floorOf(inside) <= floorOf('load');
  return specifier.startsWith('node:') && /^load\/node\w*\.ts$/.test(inside);
}

function isAllowedInside(name: string, inside: string, specifier: string): boolean {
  const target = posix.join(posix.dirname(inside), specifier);
  if (target.startsWith('..')) return false;
  return name !== 'runtime' || floorOf(inside) <= floorOf(target);
}

/** A file without a floor sits on the roof: it may not be imported until it is given one. */
function floorOf(inside: string): number {
  return floors.findIndex((names) => names.includes(inside.split('/')[0]!));
}

function cycles(files: SourceFile[]): string[] {
  // Types may name each other: a hook its instance, and that its hooks.
  const graph = new Map(
    files.map(({ path, imports, types = [] }) => [
      path,
      targets(
        path,
        imports.filter((specifier) => !types.includes(specifier)),
      ),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      found.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')}: import cycle`);
    } else if (!done.has(path)) {
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function targets(path: string, imports: string[]): string[] {
  return imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}
