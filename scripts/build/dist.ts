import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../workspace.ts';

/** Contents by path inside `dist`. */
export type Dist = Record<string, string>;

/** Written last, dated to the start of the build: younger inputs were not seen by it. */
const stamp = 'index.d.cts';

export function isUpToDate(folder: string): boolean {
  const built = join(folder, 'dist', stamp);
  if (!existsSync(built)) return false;
  const inputs = [
    join(folder, 'src'),
    join(folder, 'package.json'),
    join(root, 'scripts/build.ts'),
    join(root, 'scripts/build'),
  ];
  return Math.max(...inputs.map(newest)) < statSync(built).mtimeMs;
}

/** Replaces file by file, so that a process that reads `dist` meanwhile does not find it empty. */
export function writeDist(folder: string, dist: Dist, started: Date): void {
  const target = join(folder, 'dist');
  for (const [name, text] of Object.entries(dist).sort(([a], [b]) => rank(a) - rank(b))) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), text);
  }
  utimesSync(join(target, stamp), started, started);
  for (const file of readdirSync(target, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    const name = path.slice(target.length + 1).replaceAll('\\', '/');
    if (file.isFile() && !(name in dist)) rmSync(path);
  }
}

function rank(name: string): number {
  return name === stamp ? 1 : 0;
}

/** Folders count too: their time changes when a file is removed. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
