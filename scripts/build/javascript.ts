import { build, type Plugin } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface JavaScriptOptions {
  format: 'esm' | 'cjs';
  platform: 'browser' | 'node';
  target: 'es2017' | 'node20';
  version: string;
  /** File that `#load` stands for. */
  load?: string;
  /** Values of the flags; without it `__DEV__` is read from NODE_ENV at run time. */
  flags?: Record<string, boolean>;
  /** `syntax`: names and spaces stay, for the next tool. */
  minify?: boolean | 'syntax';
  /** Parts that are a file of their own. */
  later?: LatePart;
}

/** A part that comes when it is needed. */
export interface LatePart {
  /** Source files of it that others import. */
  sources: readonly string[];
  /** What these get in their place; an `import()` in it is left as one. */
  instead: string;
  /** What the part is called in `dist`. */
  file: string;
}

/** Bundles the files of one package into one text; other packages stay imports. */
export async function javascript(entry: string, options: JavaScriptOptions): Promise<string> {
  const { format, platform, target, version, load, flags, minify = false, later } = options;
  const define: Record<string, string> = {
    __VERSION__: JSON.stringify(version),
    __API__: 'true',
    __PLUGINS__: 'true',
    __ESM__: 'true',
    __MANIFESTS__: 'true',
    __VERSION_FIRST__: 'true',
    __POLICIES__: 'false',
    // Or esbuild decides it for browsers.
    'process.env.NODE_ENV': 'process.env.NODE_ENV',
  };
  for (const [flag, value] of Object.entries(flags ?? {})) define[flag] = String(value);
  const inject = flags ? [] : [devFlag];
  if (format === 'cjs' && platform === 'node') {
    define['import.meta.url'] = 'importMetaUrl';
    inject.push(importMetaUrl);
  }
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    logLevel: 'silent',
    packages: 'external',
    charset: 'utf8',
    // The `paths` of tsconfig would pull the sources of other packages in.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    // A line break inside a template literal would not survive the indentation of runtime modules.
    ...(minify ? { supported: { 'template-literal': false } } : {}),
    ...(load ? { alias: { '#load': load } } : {}),
    ...(later ? { plugins: [comesLater(later)] } : {}),
    ...{ format, platform, target, define, inject },
    ...(minify === 'syntax' ? { minifySyntax: true } : { minify }),
  });
  return result.outputFiles[0]!.text;
}

function comesLater({ sources, instead, file }: LatePart): Plugin {
  return {
    name: 'later',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind === 'dynamic-import') return { path: `./${file}`, external: true };
        return sources.includes(join(resolveDir, path)) ? { path: instead } : undefined;
      });
    },
  };
}

const injected = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const devFlag = injected('devFlag.ts');
const importMetaUrl = injected('importMetaUrl.ts');
