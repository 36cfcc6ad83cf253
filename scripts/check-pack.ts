/** Packs every package, installs the tarballs together and looks at them as a user would. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { packageFolders, root } from './workspace.ts';

interface Manifest {
  name: string;
  packageManager: string;
  exports: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const app = realpathSync(mkdtempSync(join(tmpdir(), 'hansa-pack-')));
const packages = packageFolders().filter((name) =>
  readdirSync(join(root, 'packages', name)).includes('dist'),
);
const problems: string[] = [];

try {
  installTarballs();
  const manifests = packages.map((name) => readManifest(installed(name)));
  for (const name of packages) await checkPackage(name);
  const doors = manifests.flatMap(doorsOf);
  checkTypes(doors);
  loadDoors(doors);
  console.log(`pack: ${packages.length} packages, ${doors.length} doors`);
} catch (error) {
  problems.push(String(error));
} finally {
  rmSync(app, { recursive: true, force: true });
}
for (const problem of problems) console.error(`pack: ${problem}`);
process.exitCode = problems.length ? 1 : 0;

function installTarballs(): void {
  const { packageManager } = readManifest(root);
  const tarballs = join(app, 'tarballs');
  const filters = packages.map((name) => `--filter=./packages/${name}`);
  run(
    'npx',
    ['--yes', packageManager, '-r', ...filters, 'pack', '--pack-destination', tarballs],
    root,
  );
  writeFileSync(join(app, 'package.json'), '{ "private": true }');
  const files = readdirSync(tarballs).map((file) => `./tarballs/${file}`);
  const quiet = '--ignore-scripts --no-audit --no-fund --no-package-lock --prefer-offline';
  // The bundlers are big and here already.
  run('npm', ['install', ...quiet.split(' '), '--legacy-peer-deps', ...files], app);
  for (const name of packages) {
    for (const peer of Object.keys(readManifest(installed(name)).peerDependencies ?? {})) {
      link(join(root, 'packages', name, 'node_modules', peer), join(app, 'node_modules', peer));
    }
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  symlinkSync(realpathSync(target), path, 'junction');
}

async function checkPackage(name: string): Promise<void> {
  const folder = installed(name);
  const manifest = readManifest(folder);
  for (const file of filesIn(folder)) {
    if (!/^(package\.json|README\.md|LICENSE|dist\/.+)$/.test(file) || file.endsWith('.map')) {
      problems.push(`${manifest.name}: carries ${file}`);
    }
    if (readFileSync(join(folder, file), 'utf8').includes('webpack/lib')) {
      problems.push(`${manifest.name}: ${file} mentions webpack/lib`);
    }
  }
  const { dependencies, peerDependencies, optionalDependencies } = manifest;
  for (const [dependency, range] of Object.entries({
    ...dependencies,
    ...peerDependencies,
    ...optionalDependencies,
  })) {
    if (range.startsWith('workspace:')) problems.push(`${manifest.name}: ${dependency}@${range}`);
    if (dependency.startsWith('@module-federation/')) {
      problems.push(`${manifest.name}: depends on ${dependency}`);
    }
  }
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true });
  for (const message of messages) {
    if (message.type !== 'suggestion')
      problems.push(`${manifest.name}: ${formatMessage(message, pkg)}`);
  }
}

/** What users import: the exports that have types. */
function doorsOf({ name, exports }: Manifest): string[] {
  return Object.keys(exports)
    .filter((key) => JSON.stringify(exports[key]).includes('"types"'))
    .map((key) => name + key.slice(1));
}

function checkTypes(doors: string[]): void {
  const imports = doors.map((door, index) => `import * as door${index} from '${door}';\n`).join('');
  const uses = doors.map((_, index) => `door${index}`).join(', ');
  const write = (name: string): string => {
    writeFileSync(join(app, name), `${imports}export const doors: unknown[] = [${uses}];\n`);
    return join(app, name);
  };
  const { Node16, Preserve } = ts.ModuleKind;
  diagnose([write('node16.mts'), write('node16.cts')], {
    module: Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  // What TypeScript 5 takes for CommonJS, and configuration files run by ts-node.
  diagnose([write('node10.ts')], {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
  });
  diagnose([write('bundler.ts')], {
    module: Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
}

/** Type-checks our declarations in full, and nobody else's. */
function diagnose(files: string[], options: ts.CompilerOptions): void {
  const program = ts.createProgram(files, {
    ...options,
    ...{ target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, types: ['node'] },
    typeRoots: [join(root, 'node_modules/@types')],
  });
  for (const file of program.getSourceFiles()) {
    if (!files.includes(file.fileName) && !/\/@hansa\/[a-z]+\/dist\//.test(file.fileName)) continue;
    for (const { messageText } of [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]) {
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      problems.push(`${relative(app, file.fileName)} (${files.length} files): ${text}`);
    }
  }
}

function loadDoors(doors: string[]): void {
  const names = JSON.stringify(doors);
  writeFileSync(join(app, 'load.mjs'), `for (const door of ${names}) await import(door);`);
  writeFileSync(join(app, 'load.cjs'), `for (const door of ${names}) require(door);`);
  run(process.execPath, ['load.mjs'], app);
  run(process.execPath, ['load.cjs'], app);
}

function installed(name: string): string {
  return join(app, 'node_modules/@hansa', name);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function run(command: string, args: string[], cwd: string): void {
  const shell = process.platform === 'win32' && command !== process.execPath;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, shell, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
}
