// Plain JS on purpose: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs when node_modules is missing or older than the lockfile. */
export function install() {
  const installed = `${root}node_modules/.modules.yaml`;
  const lockfile = `${root}pnpm-lock.yaml`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const shell = process.platform === 'win32';
  const status = run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { shell });
  if (status !== 0) process.exit(status);
  // pnpm leaves the file alone when there was nothing to do.
  utimesSync(installed, new Date(), new Date());
}

/** Runs a TypeScript file of this repository; returns the exit code. */
export function runScript(file, args = []) {
  return run(process.execPath, ['--import', 'tsx', file, ...args]);
}

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}
