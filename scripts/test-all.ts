/** Runs every test, in two halves side by side. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { inLanes, runJest } from './lanes.ts';
import { root } from './workspace.ts';

/** The fixtures that take about half of the time. */
const HALF = ['api', 'faults', 'hooks', 'interop', 'options'];

const fixtures = readdirSync(join(root, 'fixtures'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
  .map(({ name }) => name);
const patternOf = (names: readonly string[]): string => `fixtures/(${names.join('|')})/`;
const halves = [
  ['--selectProjects', 'fixtures', '--testPathPatterns', patternOf(HALF)],
  [
    '--testPathPatterns',
    patternOf(fixtures.filter((name) => !HALF.includes(name))),
    '/test/',
    'scripts/',
  ],
];

// Installs one where there is none: once, not in both halves.
chromiumPath();
const codes = await inLanes(halves, (args, lane) => runJest(args, { lane }));
process.exitCode = codes.some(Boolean) ? 1 : 0;
