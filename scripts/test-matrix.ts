/**
 * Runs the suites that take any bundler on the versions that we support, and prints a table. `--small`: the oldest of
 * each, as every other test runs on the lockfile's, the newest. The `latest` here may be newer than that.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.ts';

const WEBPACK = ['5.75.0', '5.88.2', '5.94.0', '5.99.9', '5.105.4', '5.111.1', 'latest'];
const RSPACK = ['2.0.0', '2.1.0', '2.2.0', '2.3.2', 'latest'];
const SUITES = 'fixtures/(outputs|behaviours|rebuilds)/';

interface Copy {
  /** Folder below `bundlers`. */
  readonly name: string;
  /** The package, and which version of it. */
  readonly source: string;
  readonly version: string;
}

interface Outcome {
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const folder = join(root, 'fixtures/.out/bundlers');
const small = process.argv.includes('--small');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

const copies = [...copiesOf('webpack', WEBPACK), ...copiesOf('@rspack/core', RSPACK)].filter(
  ({ name }) => !named.length || named.includes(name),
);
for (const copy of copies) install(copy);
const outcomes = copies.map((copy) => [copy.name, test(copy)] as const);
console.table(Object.fromEntries(outcomes));
const all = outcomes.map(([, outcome]) => outcome);
const passed = all.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = all.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${copies.length} versions, ${passed} passed, ${failed} failed`);
process.exitCode = failed || all.some((outcome) => !outcome.passed) ? 1 : 0;

function copiesOf(source: string, versions: readonly string[]): Copy[] {
  const wanted = small ? versions.slice(0, 1) : versions;
  const short = source === 'webpack' ? 'webpack' : 'rspack';
  return wanted.map((version) => ({
    name: `${short}-${version.replace(/^(\d+\.\d+)\..*/, '$1')}`,
    source,
    version,
  }));
}

/** With npm, into a folder of its own: its dependencies ask for the `webpack` beside them. */
function install({ name, source, version }: Copy): void {
  const cwd = join(folder, name);
  if (version !== 'latest' && existsSync(join(cwd, 'node_modules', source))) return;
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true }));
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const options = { cwd, stdio: 'inherit', shell } as const;
  const { status } = spawnSync('npm', ['install', ...flags, `${source}@${version}`], options);
  if (status !== 0) throw new Error(`npm could not install ${source}@${version}`);
}

function test({ name, source }: Copy): Outcome {
  const started = Date.now();
  const report = join(folder, `${name}.json`);
  rmSync(report, { force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--selectProjects', 'fixtures', '--testPathPatterns', SUITES];
  const output = ['--json', `--outputFile=${report}`];
  spawnSync(process.execPath, [jest, ...options, ...output], {
    cwd: root,
    env: { ...process.env, BUNDLER: name },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { version } = JSON.parse(
    readFileSync(join(folder, name, 'node_modules', source, 'package.json'), 'utf8'),
  ) as { version: string };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  const seconds = Math.round((Date.now() - started) / 1000);
  return { version, passed: numPassedTests, failed: numFailedTests, seconds };
}
