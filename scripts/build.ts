/** Builds every package into its `dist`. `--force` rebuilds what is up to date. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { javascript } from './build/javascript.ts';
import { declarations } from './build/declarations.ts';
import { isUpToDate, writeDist, type Dist } from './build/dist.ts';
import { runtimeOutputs } from './build/runtime.ts';
import { packageFolders, root } from './workspace.ts';

const force = process.argv.includes('--force');

const results = await Promise.allSettled(packageFolders().map(buildPackage));
for (const result of results) {
  if (result.status === 'fulfilled') continue;
  console.error(result.reason);
  process.exitCode = 1;
}

async function buildPackage(name: string): Promise<void> {
  const folder = join(root, 'packages', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const started = new Date();
  if (!existsSync(join(folder, 'src/index.ts')))
    return console.log(`build ${name}: no src/index.ts`);
  if (!force && isUpToDate(folder)) return console.log(`build ${name}: up to date`);
  const outputs = name === 'runtime' ? runtimeOutputs : buildToolOutputs;
  writeDist(folder, await outputs(folder, version), started);
  console.log(`build ${name}: ${Date.now() - started.getTime()} ms`);
}

async function buildToolOutputs(folder: string, version: string): Promise<Dist> {
  const entry = join(folder, 'src/index.ts');
  const target = 'node20';
  return {
    'index.js': await javascript(entry, { format: 'esm', platform: 'node', target, version }),
    'index.cjs': await javascript(entry, { format: 'cjs', platform: 'node', target, version }),
    ...(await declarations(entry, 'index')),
  };
}
