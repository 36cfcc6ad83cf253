/**
 * `pnpm bench runtime`: our runtime beside `@module-federation/runtime` 2.9.3, interleaved in one process. What counts
 * is the ratio; the figures depend on the machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace.ts';

/** The part of both runtimes that is measured. */
interface Runtime {
  createInstance(options: object): Instance;
}

interface Instance {
  registerRemotes(remotes: object[]): void;
  loadShare(name: string): Promise<unknown>;
  loadRemote(id: string): Promise<unknown>;
}

const ROUNDS = 9;
/** Of the instances made so far. */
let serial = 0;
const require = createRequire(join(root, 'fixtures/package.json'));
const doors = {
  ours: pathToFileURL(join(root, 'packages/runtime/dist/index.node.mjs')).href,
  // What `import` gets, where `require` gets the file beside it.
  theirs: pathToFileURL(require.resolve('@module-federation/runtime').replace(/\.cjs$/, '.js'))
    .href,
};
type Side = keyof typeof doors;

const folder = mkdtempSync(join(tmpdir(), 'hansa-bench-'));
const [warm, empty] = ['warm.mjs', 'empty.mjs'].map((name) => {
  writeFileSync(join(folder, name), 'export {};');
  return pathToFileURL(join(folder, name)).href;
});

const runtimes = {
  ours: await load(doors.ours),
  theirs: await load(doors.theirs),
};

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/javascript');
  response.end('module.exports = { get: async () => () => ({ default: 1 }), init() {} };');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

await compare('import, ms', 1, async (side) => importTime(doors[side]));
await compare('import, ms more than an empty module', 1, async (side) => {
  return importTime(doors[side]) - importTime(empty!);
});
await compare('register 1,000 remotes, ms', 1, async (side) => registerTime(side, 1_000));
await compare('register 10,000 remotes, ms', 1, async (side) => registerTime(side, 10_000));
await compare('first pass, 500 shares × 10 versions, ms', 1, async (side) => {
  const instance = sharing(side);
  return time(() => passOverShares(instance));
});
await compare('loads of loaded shares, µs each', 1_000 / 500, async (side) => {
  const instance = sharing(side);
  await passOverShares(instance);
  return time(() => passOverShares(instance));
});
for (const count of [1, 1_000]) {
  const label = `loadRemote of a loaded module, last of ${count}, µs each`;
  await compare(label, 1_000 / 1_000, async (side) => {
    const instance = withRemotes(side, count);
    const id = `remote${count - 1}_/x`;
    await instance.loadRemote(id);
    return time(async () => {
      for (let call = 0; call < 1_000; call++) await instance.loadRemote(id);
    });
  });
}
server.close();
rmSync(folder, { recursive: true });

/** Prints the median of each side, and how many times faster ours is. @param scale from milliseconds to what is printed */
async function compare(
  label: string,
  scale: number,
  measure: (side: Side) => Promise<number>,
): Promise<void> {
  const times: Record<Side, number[]> = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of ['ours', 'theirs'] as const) times[side].push(await measure(side));
  }
  const [ours, theirs] = [median(times.ours) * scale, median(times.theirs) * scale];
  const ratio = `${(theirs / ours).toFixed(1)}×`.padStart(9);
  console.log(
    label.padEnd(58) + ours.toFixed(2).padStart(10) + theirs.toFixed(2).padStart(10) + ratio,
  );
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function load(url: string): Promise<Runtime> {
  return import(url) as Promise<Runtime>;
}

/**
 * In a process of its own that imported another module before. An empty module has its price too: that of Node's loader
 * of ES modules, whatever it loads.
 */
function importTime(url: string): number {
  const code = `await import('${warm}');
    const start = performance.now();
    await import('${url}');
    console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code]));
}

function create(side: Side, options: object = {}): Instance {
  return runtimes[side].createInstance({ name: `app${serial++}`, remotes: [], ...options });
}

/** The names are new to the page each time: containers are shared between instances. */
function remoteList(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `remote${index}_`;
    return { name, entry: `${origin}/${serial}/${name}.js` };
  });
}

function registerTime(side: Side, count: number): Promise<number> {
  const instance = create(side);
  const remotes = remoteList(count);
  return time(() => instance.registerRemotes(remotes));
}

function withRemotes(side: Side, count: number): Instance {
  const instance = create(side);
  instance.registerRemotes(remoteList(count));
  return instance;
}

function sharing(side: Side): Instance {
  const versions = Array.from({ length: 10 }, (_, index) => `1.${index}.0`);
  const shared: Record<string, object[]> = {};
  for (let share = 0; share < 500; share++) {
    shared[`share${share}`] = versions.map((version) => ({
      version,
      get: async () => () => version,
      shareConfig: { requiredVersion: '^1.0.0' },
    }));
  }
  return create(side, { shared });
}

async function passOverShares(instance: Instance): Promise<void> {
  for (let share = 0; share < 500; share++) await instance.loadShare(`share${share}`);
}
