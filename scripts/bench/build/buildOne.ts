/** Child process, in the folder of the fixtures: one cold build and some watch rebuilds; prints what they cost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Milliseconds of processor time, megabytes; milliseconds of a rebuild and of its processor time (medians). */
export interface BuildResult {
  readonly cpu: number;
  readonly memory: number;
  readonly rebuild: number;
  readonly rebuildCpu: number;
}

interface Watching {
  close(done: () => void): void;
}
interface Stats {
  hasErrors(): boolean;
  toString(options: object): string;
}
interface Compiler {
  watch(options: object, done: (error: Error | null, stats: Stats) => void): Watching;
}
type Plugin = new (options: object) => object;
type Bundler = ((options: object) => Compiler) & {
  container: Record<'ModuleFederationPlugin' | 'ModuleFederationPluginV1', Plugin>;
};

const REBUILDS = 9;
const { app, tool, kind } = JSON.parse(process.argv[2]!) as Record<'app' | 'tool' | 'kind', string>;
const shape = JSON.parse(readFileSync(join(app, 'shape.json'), 'utf8')) as Record<
  'entry' | 'exposes',
  object
> & { shared: string[] };
const require = createRequire(join(process.cwd(), 'package.json'));
const load = async <T>(name: string): Promise<T> => (await import(require.resolve(name))) as T;

const bundler =
  tool === 'webpack'
    ? (await load<{ default: Bundler }>('webpack')).default
    : (await load<{ rspack: Bundler }>('@rspack/core')).rspack;
const plugins = await federation();
let start = process.cpuUsage();
const compiler = bundler({
  mode: 'development',
  devtool: false,
  context: app,
  target: 'web',
  entry: shape.entry,
  output: { path: join(app, 'dist', tool, kind), uniqueName: 'bench', publicPath: 'auto' },
  plugins,
});

let cpu = 0;
let changed = 0;
const times: number[] = [];
const cpus: number[] = [];
const watching = compiler.watch({ aggregateTimeout: 5 }, (error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString({ all: false, errors: true }));
    process.exit(1);
  }
  if (!cpu) cpu = processorTime();
  else {
    times.push(performance.now() - changed);
    cpus.push(processorTime());
  }
  if (times.length === REBUILDS) return watching.close(finish);
  setTimeout(touch, 300);
});

function touch(): void {
  const file = join(app, 'src/pages/p1/m1.js');
  const text = readFileSync(file, 'utf8').replace(/\/\/.*\n?$/, '');
  changed = performance.now();
  start = process.cpuUsage();
  writeFileSync(file, `${text}// ${Date.now()}\n`);
}

function finish(): void {
  const memory = process.resourceUsage().maxRSS / 1024;
  const median = (of: number[]): number => of.sort((a, b) => a - b)[Math.floor(REBUILDS / 2)]!;
  const result: BuildResult = { cpu, memory, rebuild: median(times), rebuildCpu: median(cpus) };
  console.log(JSON.stringify(result));
  process.exit(0);
}

function processorTime(): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function federation(): Promise<object[]> {
  if (kind === 'plain') return [];
  const shared = Object.fromEntries(shape.shared.map((name) => [name, {}]));
  const options = { name: 'bench', filename: 'remoteEntry.js', exposes: shape.exposes, shared };
  if (kind === 'builtin') {
    const { container } = bundler;
    const Plugin =
      tool === 'webpack' ? container.ModuleFederationPlugin : container.ModuleFederationPluginV1;
    // Its entries would need a bootstrap file to run; it would make no difference to the time.
    return [new Plugin(options)];
  }
  const name = kind === 'hansa' ? `@hansa/${tool}` : `@module-federation/enhanced/${tool}`;
  const { ModuleFederationPlugin } = await load<{ ModuleFederationPlugin: Plugin }>(name);
  return [
    new ModuleFederationPlugin({
      ...options,
      ...(kind === 'enhanced' && { dts: false, experiments: { asyncStartup: true } }),
    }),
  ];
}
