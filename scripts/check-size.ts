/** Prints what federation adds to a page, beside the bundlers' built-in plugins, and fails above the budget. */
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './workspace.ts';

/** Bytes after gzip. They fall, unless a commit says what is bought for them. */
const BUDGET = { entry: 2_170, host: 6_960, hansa: 12_320, plain: 9_000, script: 3_490 };

const fixture = join(root, 'fixtures/size');
const out = join(root, 'fixtures/.out/size');
const require = createRequire(join(root, 'fixtures/package.json'));
const load = (name: string): Promise<Bundlers> =>
  import(require.resolve(name)) as Promise<Bundlers>;

interface Bundlers {
  default: Compile;
  rspack: Compile;
  ModuleFederationPlugin: Plugin;
  container: Record<'ModuleFederationPlugin' | 'ModuleFederationPluginV1', Plugin>;
}
type Compile = {
  (options: object, done: (error: Error | null, stats: Stats) => void): void;
  container: Bundlers['container'];
};
type Stats = { hasErrors(): boolean; toString(options: object): string };
type Plugin = new (options: object) => object;

interface Size {
  min: number;
  gzip: number;
}

const webpack = (await load('webpack')).default;
const { rspack } = await load('@rspack/core');
const tools: [string, Compile, Plugin, boolean][] = [
  ['@hansa/webpack', webpack, (await load('@hansa/webpack')).ModuleFederationPlugin, true],
  ['webpack built-in', webpack, webpack.container.ModuleFederationPlugin, false],
  ['@hansa/rspack', rspack, (await load('@hansa/rspack')).ModuleFederationPlugin, true],
  ['Rspack built-in', rspack, rspack.container.ModuleFederationPluginV1, false],
];

rmSync(out, { recursive: true, force: true });
console.log(
  'production, bytes: min (gzip)'.padEnd(34) + 'remoteEntry.js'.padEnd(18) + 'host main.js',
);
for (const [name, compile, Plugin, ours] of tools) {
  const folder = join(out, name.replace(/\W+/g, '-'));
  const main = ours ? './src/host.js' : './src/bootstrap.js';
  const entry = await build(compile, Plugin, {
    name: 'remote',
    entry: {},
    path: join(folder, 'remote'),
  });
  const host = await build(compile, Plugin, {
    name: 'host',
    entry: { main },
    path: join(folder, 'host'),
  });
  console.log(name.padEnd(34) + print(entry).padEnd(18) + print(host));
  if (ours && (entry.gzip > BUDGET.entry || host.gzip > BUDGET.host)) {
    console.error(`${name} is over the budget: entry ${BUDGET.entry}, host ${BUDGET.host} (gzip)`);
    process.exitCode = 1;
  }
}

for (const door of ['hansa', 'plain', 'script'] as const) {
  const size = sizeOf(join(root, `packages/runtime/dist/${door}.min.js`));
  console.log(`${door}.min.js`.padEnd(34) + print(size));
  if (size.gzip > BUDGET[door]) {
    console.error(`${door}.min.js is over the budget: ${BUDGET[door]} (gzip)`);
    process.exitCode = 1;
  }
}

function sizeOf(path: string): Size {
  const file = readFileSync(path);
  return { min: file.length, gzip: gzipSync(file, { level: 9 }).length };
}

function print({ min, gzip }: Size): string {
  return `${min} (${gzip})`;
}

function options(name: string): object {
  const shared = { react: { singleton: true } };
  return name === 'remote'
    ? { name, filename: 'remoteEntry.js', exposes: { './Button': './src/Button.js' }, shared }
    : { name, remotes: { remote: 'remote@http://localhost:3001/remoteEntry.js' }, shared };
}

/** Builds one app and returns the size of its file. */
function build(
  compile: Compile,
  Plugin: Plugin,
  app: { name: string; entry: object; path: string },
): Promise<Size> {
  const { name, entry, path } = app;
  const config = {
    ...{ mode: 'production', devtool: false, context: fixture, target: ['web', 'es2017'], entry },
    output: { path, publicPath: 'auto', uniqueName: name },
    performance: false,
    plugins: [new Plugin(options(name))],
  };
  return new Promise((resolve, reject) => {
    compile(config, (error, stats) => {
      if (error || stats.hasErrors())
        return reject(error ?? new Error(stats.toString({ all: false, errors: true })));
      resolve(sizeOf(join(path, name === 'remote' ? 'remoteEntry.js' : 'main.js')));
    });
  });
}
