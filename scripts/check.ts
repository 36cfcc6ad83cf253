/** Types, lint, layers and format: what a contributor runs before a commit. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageFolders, root } from './workspace.ts';

const require = createRequire(import.meta.url);

const projects = ['scripts', 'fixtures', ...packageFolders().map((name) => `packages/${name}`)];
for (const project of projects) {
  if (!existsSync(join(root, project, 'tsconfig.json'))) continue;
  step(`types ${project}`, [bin('typescript', 'tsc'), '-p', project]);
}
step('lint', [bin('eslint'), '-c', 'scripts/eslint.config.js', '--max-warnings', '0', '.']);
step('layers', ['--import', 'tsx', 'scripts/check-layers.ts']);
step('format', [bin('prettier'), '--check', '--log-level', 'warn', '.']);

function step(name: string, args: string[]): void {
  console.log(`check ${name}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`check ${name}: failed`);
  process.exitCode = 1;
}

function bin(name: string, command: string = name): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}
