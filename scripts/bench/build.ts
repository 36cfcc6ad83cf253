/**
 * `pnpm bench build`: what federation adds to a build. Each build runs in a process of its own, all kinds in turn; what
 * counts are the ratios to the same app without federation, and to the bundler's own plugin. Figures depend on the machine.
 */
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import { type AppShape, writeApp } from './build/app.ts';
import type { BuildResult } from './build/buildOne.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const folder = join(root, 'fixtures/.out/bench');
// As JavaScript: a loader of TypeScript works in other threads of the process, whose time would be counted.
const script = join(folder, 'buildOne.mjs');
buildSync({
  entryPoints: [join(import.meta.dirname, 'build/buildOne.ts')],
  outfile: script,
  format: 'esm',
  platform: 'node',
});

const kinds = {
  webpack: ['plain', 'builtin', 'enhanced', 'hansa'],
  rspack: ['plain', 'builtin', 'enhanced', 'hansa'],
} as const;
type Tool = keyof typeof kinds;

const apps: Record<string, AppShape> = {
  '1,000 modules, 20 exposes': { modules: 1_000, exposes: 20, shares: 5, entries: 1 },
  '5,000 modules, 20 exposes': { modules: 5_000, exposes: 20, shares: 5, entries: 1 },
  '1,000 modules, 300 exposes': { modules: 1_000, exposes: 300, shares: 5, entries: 1 },
  '1,000 modules, 100 shares': { modules: 1_000, exposes: 20, shares: 100, entries: 1 },
  '1,000 modules, 20 entries': { modules: 1_000, exposes: 20, shares: 5, entries: 20 },
};

const chosen = process.argv.slice(3);
for (const [label, shape] of Object.entries(apps)) {
  if (chosen.length && !chosen.some((part) => label.includes(part))) continue;
  const app = join(folder, label.replace(/\W+/g, '-'));
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  writeApp(app, shape);
  for (const tool of Object.keys(kinds) as Tool[]) compare(label, app, tool);
}

function compare(label: string, app: string, tool: Tool): void {
  const results = new Map<string, BuildResult[]>(kinds[tool].map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds[tool]) results.get(kind)!.push(run(app, tool, kind));
  }
  console.log(`\n${tool}, ${label} (median of ${ROUNDS}; ratio to plain, to builtin)`);
  const plain = medians(results.get('plain')!);
  const builtin = medians(results.get('builtin')!);
  for (const [kind, all] of results) {
    const own = medians(all);
    const figure = (name: keyof BuildResult, digits: number): string => {
      const ratios = [plain, builtin].map((other) => (own[name] / other[name]).toFixed(2));
      return `${own[name].toFixed(digits).padStart(6)} (${ratios.join(', ')})`;
    };
    console.log(
      [
        `  ${kind.padEnd(9)}`,
        `cold ms CPU ${figure('cpu', 0)}`,
        `rebuild ms ${figure('rebuild', 1)}`,
        `rebuild ms CPU ${figure('rebuildCpu', 1)}`,
        `peak MB ${figure('memory', 0)}`,
      ].join('  '),
    );
  }
}

function run(app: string, tool: string, kind: string): BuildResult {
  const args = [script, JSON.stringify({ app, tool, kind })];
  const output = execFileSync(process.execPath, args, {
    cwd: join(root, 'fixtures'),
    encoding: 'utf8',
    timeout: 300_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.trim().split('\n').at(-1)!) as BuildResult;
}

function medians(results: readonly BuildResult[]): BuildResult {
  const median = (of: (result: BuildResult) => number): number =>
    results.map(of).sort((a, b) => a - b)[Math.floor(results.length / 2)]!;
  return {
    cpu: median(({ cpu }) => cpu),
    memory: median(({ memory }) => memory),
    rebuild: median(({ rebuild }) => rebuild),
    rebuildCpu: median(({ rebuildCpu }) => rebuildCpu),
  };
}
