import { install, runScript } from './bootstrap.mjs';

install();
process.exitCode = runScript('scripts/build.ts', process.argv.slice(2));
