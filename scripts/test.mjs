// Everything CI asks for. `pnpm check`, `pnpm test:unit` and `pnpm test:fixtures` are its parts.
import { install, run, runScript } from './bootstrap.mjs';

const jest = () => run(process.execPath, ['node_modules/jest/bin/jest.js']);

step('install', install);
if (!step('build', () => runScript('scripts/build.ts'))) process.exit(1);

const steps = [
  ['test', jest],
  // The oldest bundlers that we support; `pnpm test:matrix` has those between.
  ['versions', () => runScript('scripts/test-matrix.ts', ['--small'])],
  ['check', () => runScript('scripts/check.ts')],
  ['pack', () => runScript('scripts/check-pack.ts')],
  ['size', () => runScript('scripts/check-size.ts')],
];
const failed = steps.filter(([name, work]) => !step(name, work));

for (const [name] of failed) console.error(`failed: ${name}`);
process.exitCode = failed.length ? 1 : 0;

/** True when the work ended well. */
function step(name, work) {
  console.log(`\n== ${name}`);
  return !work();
}
