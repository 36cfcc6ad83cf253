import { install, runScript } from './bootstrap.mjs';

install();
process.exitCode = runScript('scripts/build.ts') || runScript('fixtures/demo/serve.ts');
