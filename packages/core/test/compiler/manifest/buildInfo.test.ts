import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInfo, packageOwning } from '../../../src/compiler/manifest/buildInfo.ts';

let root: string;
let context: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hansa-'));
  context = join(root, 'app/config');
  mkdirSync(context, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ['the nearest package', { name: 'shop', version: '1.2.3' }, {}, ['shop', '1.2.3']],
  ['local', {}, {}, ['local', 'local']],
  [
    'the environment',
    { name: 'shop', version: '1.2.3' },
    { MF_BUILD_NAME: 'ci', MF_BUILD_VERSION: '7' },
    ['ci', '7'],
  ],
])('comes from %s', (_, content, env, expected) => {
  writeFileSync(join(root, 'package.json'), '{"name":"root","version":"0.0.1"}');
  writeFileSync(join(root, 'app/package.json'), JSON.stringify(content));
  const { buildName, buildVersion } = buildInfo(packageOwning(context), env);
  expect([buildName, buildVersion]).toEqual(expected);
});
