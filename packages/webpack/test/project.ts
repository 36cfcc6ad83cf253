import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import webpack from 'webpack';

type Files = Record<string, string | object>;

const folders: string[] = [];

/** Writes an app into a folder of its own. */
export function project(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-webpack-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A package that exports its version. */
export function library(name: string, version: string, folder = 'node_modules'): Files {
  return {
    [`${folder}/${name}/package.json`]: { name, version, main: 'index.js' },
    [`${folder}/${name}/index.js`]: `exports.version = '${version}';`,
  };
}

/** Builds the app of a folder for Node, and closes the compiler. */
export function build(
  context: string,
  options: webpack.Configuration,
): Promise<webpack.Compilation> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: 'async-node',
    entry: './index.js',
    context,
    ...options,
    output: {
      path: join(context, 'dist'),
      library: { type: 'commonjs-module' },
      ...options.output,
    },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close((closing) => {
        if (error ?? closing) reject(error ?? closing);
        else resolve(stats!.compilation);
      });
    });
  });
}

/** `identifier()` of the modules of a type, without the folder. */
export function identifiers(compilation: webpack.Compilation, type: string): string[] {
  return [...compilation.modules]
    .filter((module) => module.type === type)
    .map((module) => module.identifier().replaceAll(compilation.compiler.context, ''))
    .sort();
}

/** Codes of the problems of a build; the message where there is none. */
export function problems(list: readonly Error[]): string[] {
  return list.map((error) => (error as { code?: string }).code ?? error.message);
}
