import { failure } from './failure.ts';
import { builtin } from './nodeBuiltin.ts';

type Read = (url: string) => Promise<string>;

/**
 * Runs CommonJS that came from `url`. Packages are those of the working directory. Chunks of builds for `async-node`
 * come over HTTP as well, by `read`.
 */
export function runCommonJs(code: string, url: string, read: Read): Record<string, unknown> {
  const { compileFunction, constants } = builtin('node:vm');
  const module = { exports: {} as Record<string, unknown> };
  const folder = new URL('.', url).href.slice(0, -1);
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const options: import('node:vm').CompileFunctionOptions = { filename: url };
  if (/\bimport\s*\(/.test(code)) {
    // Node warns that this is experimental, so only where it is of use.
    options.importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  }
  const run = compileFunction(code, names, options) as (...args: unknown[]) => void;
  run.call(module.exports, module.exports, requireFor(url, read), module, url, folder);
  return module.exports;
}

function requireFor(url: string, read: Read): NodeJS.Require {
  const require = builtin('node:module').createRequire(process.cwd() + '/');
  const load = (id: string): unknown => {
    if (/^\.{1,2}\//.test(id)) {
      const advice = 'build the remote for `async-node`, or as an ES module';
      throw failure(
        'refused',
        `${url} requires ${id}, which HTTP cannot answer at once: ${advice}`,
      );
    }
    return /^(node:)?fs$/.test(id) ? fileSystemFor(url, read) : require(id);
  };
  return Object.assign(load, require) as NodeJS.Require;
}

/** `fs`, but the chunks beside `url` are read from there: that is how bundlers load them in Node. */
function fileSystemFor(url: string, read: Read): object {
  const fs = builtin('node:fs');
  type Callback = (error: unknown, text?: string) => void;
  const readFile = (path: unknown, ...rest: unknown[]): void => {
    // `path.join` leaves one slash, on Windows the other one.
    const text = String(path)
      .replace(/\\/g, '/')
      .replace(/^(https?:)\/+/, '$1//');
    if (!text.startsWith(new URL(url).origin + '/')) {
      return (fs.readFile as (...args: unknown[]) => void)(path, ...rest);
    }
    const done = rest.pop() as Callback;
    read(text).then((content) => done(null, content), done);
  };
  return Object.assign(Object.create(fs) as object, { readFile });
}
