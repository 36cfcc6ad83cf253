import { transformSync } from '@swc/core';
import esbuild from 'esbuild';
import { join } from 'node:path';
import { declarations } from './declarations.ts';
import type { Dist } from './dist.ts';
import { javascript, type JavaScriptOptions, type LatePart } from './javascript.ts';

const target = 'es2017';
const capabilities = ['container', 'remotes', 'shares', 'manifests', 'versionFirst'] as const;
/** How much of the API there is. */
const tiers = {
  full: { __API__: true, __PLUGINS__: true },
  plain: { __API__: true, __PLUGINS__: false },
  light: { __API__: false, __PLUGINS__: false },
} as const;
const loads = { web: 'browser', node: 'node' } as const;

/** The runtime's doors, and the texts that build packages put into the output. */
export async function runtimeOutputs(folder: string, version: string): Promise<Dist> {
  const source = (name: string): string => join(folder, 'src', name);
  const parts: Promise<Dist>[] = [
    ...Object.values(loads).map((load) => index(folder, version, load)),
    declarations(source('index.ts'), 'index'),
    protocol(source('protocol/index.ts'), version),
    declarations(source('protocol/index.ts'), 'protocol'),
    page(folder, version, { entry: 'index', file: 'hansa', flags: tiers.full }),
    page(folder, version, { entry: 'plain', file: 'plain', flags: tiers.plain }),
    declarations(source('plain.ts'), 'plain'),
    page(folder, version, { entry: 'script', file: 'script', flags: tiers.light }),
    declarations(source('script.ts'), 'script'),
    facade(source('facade'), version),
    texts(folder, version),
  ];
  return Object.assign({}, ...(await Promise.all(parts)));
}

async function index(folder: string, version: string, load: 'browser' | 'node'): Promise<Dist> {
  const entry = join(folder, 'src/index.ts');
  const options = { platform: load, target, version, load: loadFile(folder, load) } as const;
  const name = load === 'node' ? 'index.node' : 'index';
  const cjs = { [`${name}.cjs`]: await javascript(entry, { ...options, format: 'cjs' }) };
  if (load === 'node') return { ...cjs, ...(await nodeModules(folder, name, options)) };
  return { ...cjs, [`${name}.js`]: await javascript(entry, { ...options, format: 'esm' }) };
}

/**
 * What `import` gets in Node. Half of the time that it takes is V8 looking for the ends of functions, so names are short,
 * and what loads remotes is a file that comes with the first of them; `require` gets one file, and the names as they were.
 * By its extension Node knows a module without looking for the `package.json` that says so.
 */
async function nodeModules(
  folder: string,
  name: string,
  options: Pick<JavaScriptOptions, 'platform' | 'target' | 'version' | 'load'>,
): Promise<Dist> {
  const remote = (file: string): string => join(folder, 'src/remote', file);
  const file = `${name}.requests.mjs`;
  const build = async (entry: string, later?: LatePart): Promise<string> => {
    const more = { format: 'esm', minify: 'syntax', ...(later && { later }) } as const;
    const long = smaller(await javascript(entry, { ...options, ...more }), true);
    // Node prints the line of an error that nobody caught.
    const lines = { format: 'esm', minifyWhitespace: true, lineLimit: 100 } as const;
    return keepImports(esbuild.transformSync(long, lines).code);
  };
  const sources = ['request.ts', 'preload.ts', 'observedEntry.ts'].map(remote);
  const later = { sources, instead: remote('late.ts'), file };
  return {
    [`${name}.mjs`]: await build(join(folder, 'src/index.ts'), later),
    [file]: await build(remote('requests.ts')),
  };
}

/** For pages without a bundler: `<script type="module">`. */
async function page(
  folder: string,
  version: string,
  { entry, file, flags }: { entry: string; file: string; flags: Record<string, boolean> },
): Promise<Dist> {
  const options = {
    platform: 'browser',
    target,
    version,
    minify: 'syntax',
    flags: { ...flags, __DEV__: false },
    load: loadFile(folder, 'browser'),
  } as const;
  const source = join(folder, `src/${entry}.ts`);
  return {
    [`${file}.min.js`]: door(await javascript(source, { ...options, format: 'esm' }), true),
    [`${file}.min.cjs`]: door(await javascript(source, { ...options, format: 'cjs' }), false),
  };
}

/** Minified, for pages and for bundlers: to these, an `import()` of a URL is no module of the build. */
function door(code: string, isModule: boolean): string {
  return keepImports(smaller(code, isModule));
}

function keepImports(code: string): string {
  return code.replace(/(?<![.\w$])import\((?=[\w$]+\))/g, '$&/*webpackIgnore:true*/');
}

/**
 * What esbuild leaves: it does not inline functions that are called once, nor drop what has no effects across them.
 * Its names compress better, so it gives them, between two passes.
 */
function smaller(code: string, isModule: boolean): string {
  const compress = {
    passes: 4,
    ecma: 2017 as const,
    unsafe_arrows: true,
    pure_funcs: ['extend'],
  };
  const pass = (input: string, mangle: boolean): string =>
    transformSync(input, {
      jsc: {
        target,
        parser: { syntax: 'ecmascript' },
        minify: { compress, mangle: mangle && { toplevel: false } },
      },
      isModule,
      minify: true,
    }).code;
  const named = esbuild.transformSync(pass(code, false), {
    ...{ target, format: isModule ? 'esm' : 'cjs', minifyIdentifiers: true },
  });
  return pass(named.code, true);
}

async function protocol(entry: string, version: string): Promise<Dist> {
  const options = { platform: 'browser', target, version } as const;
  return {
    'protocol.js': await javascript(entry, { ...options, format: 'esm' }),
    'protocol.cjs': await javascript(entry, { ...options, format: 'cjs' }),
  };
}

/** CommonJS without esbuild's helpers, as webpack and Rspack bundle it into users' code, behind an ES module. */
async function facade(folder: string, version: string): Promise<Dist> {
  const dist: Dist = { 'facade.js': '' };
  for (const part of ['calls', 'instances']) {
    const options = { format: 'esm', platform: 'browser', target, version } as const;
    const code = await javascript(join(folder, `${part}.ts`), options);
    const [list, names] = /export \{([^}]*)\};\s*$/.exec(code)!;
    const text = code.replace(list, `module.exports = {${names}};\n`);
    if (/^(import|export)\b/m.test(text)) {
      throw new Error(`facade/${part}.ts must import nothing from outside`);
    }
    dist[`${part}.cjs`] = text;
    dist['facade.js'] += `export {${names!.replace(/\s+/g, ' ')}} from './${part}.cjs';\n`;
  }
  return dist;
}

async function texts(folder: string, version: string): Promise<Dist> {
  const dist: Dist = {};
  const complete = [...capabilities];
  const policies = { __POLICIES__: true };
  for (const dev of [false, true]) {
    const mode = dev ? 'dev' : 'prod';
    for (const chosen of variants(dev)) {
      const options = { version, load: 'browser', flags: flags(chosen, dev) } as const;
      dist[`text/${chosen.join('-')}.web.${mode}.js`] = await text(folder, 'index', options);
    }
    for (const name of ['light', 'plain', 'full'] as const) {
      const all = { ...flags(complete, dev), ...tiers[name] };
      const build = (load: 'browser' | 'node', more: object = {}): Promise<string> =>
        text(folder, 'index', { version, load, flags: { ...all, ...more } });
      // In development remotes come with the whole of it, and so do users of the API on servers.
      if (name === 'full' || !dev)
        dist[`text/${name}.web.${mode}.js`] = await build('browser', policies);
      if (name === 'plain') continue;
      dist[`text/${name}.node.${mode}.js`] = await build('node');
      dist[`text/${name}.es5.${mode}.js`] = es5(
        await build('browser', { ...policies, __ESM__: false }),
      );
    }
  }
  for (const name of ['entries', 'fallbackShares', 'nativeSharing']) {
    const part = await text(folder, name, { version, load: 'browser' });
    Object.assign(dist, { [`text/${name}.js`]: part, [`text/${name}.es5.js`]: es5(part) });
  }
  const shim = { version, load: 'browser', flags: { __DEV__: false } } as const;
  dist['text/shim.js'] = await text(folder, 'shim', shim);
  return dist;
}

/** The same expression for ES5; what its helpers are to be called is the compiler's affair. */
function es5(expression: string): string {
  const { code } = transformSync(`var expression = ${expression};`, {
    jsc: { target: 'es5', parser: { syntax: 'ecmascript' }, minify: { mangle: false } },
    isModule: false,
    minify: true,
  });
  if (code.trim().includes('\n')) throw new Error('the text of the runtime must be one line');
  return `(function(){${code}return expression})()`;
}

/**
 * The sets of capabilities that pages need; servers and ES5 get all of them. What has remotes serves their containers
 * too, and in development comes with the whole of it.
 */
function variants(dev: boolean): string[][] {
  const basic = ['container', 'remotes', 'shares'];
  const ofRemotes = [[], ['manifests'], ['versionFirst'], ['manifests', 'versionFirst']];
  return [
    ...[['container'], ['shares'], ['container', 'shares']],
    ...(dev ? [] : ofRemotes.map((more) => [...basic, ...more])),
  ];
}

function flags(chosen: readonly string[], dev: boolean): Record<string, boolean> {
  const flags: Record<string, boolean> = { ...tiers.light, __DEV__: dev };
  for (const name of capabilities)
    flags[`__${name.replace(/[A-Z]/g, '_$&').toUpperCase()}__`] = chosen.includes(name);
  return flags;
}

interface TextOptions {
  version: string;
  load: 'browser' | 'node';
  flags?: Record<string, boolean>;
}

/** An expression that yields the one export of a file of the glue. esbuild's own IIFE would carry its helpers for `exports`. */
async function text(folder: string, name: string, options: TextOptions): Promise<string> {
  const long = await javascript(join(folder, `src/bundler/${name}.ts`), {
    ...{ ...options, target, format: 'esm', platform: options.load, minify: 'syntax' },
    load: loadFile(folder, options.load),
  });
  const code = smaller(long, true);
  const body = code.trim().replace(/export\{([\w$]+) as \w+\};?$/, 'return $1');
  if (/(^|[;}])(import|export)\b\s*[\w{*"]/.test(body)) {
    throw new Error(`bundler/${name}.ts must have one export and import nothing from outside`);
  }
  if (body.includes('\n')) throw new Error('the text of the runtime must be one line');
  return `(()=>{${body}})()`;
}

function loadFile(folder: string, load: 'browser' | 'node'): string {
  return join(folder, 'src/load', `${load}.ts`);
}
