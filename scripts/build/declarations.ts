import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';
import type { Dist } from './dist.ts';

/** One bundled declaration file, for `import` and for `require`. */
export async function declarations(entry: string, name: string): Promise<Dist> {
  const bundle = await rollup({
    // Not `.ts`: for that the plugin would create a program.
    input: entry.replace(/\.ts$/, '.d.ts'),
    external: (id) => !/^[./]|^[A-Za-z]:/.test(id),
    plugins: [isolated(), dts()],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const { code } = output[0];
  return { [`${name}.d.ts`]: code, [`${name}.d.cts`]: forRequire(code) };
}

/** CommonJS may take types out of an ES module only when it says so. */
function forRequire(code: string): string {
  return code.replace(
    /^(import|export)(?: type)? (.+ from '@(?:rspack|rsbuild)\/core');/gm,
    `$1 type $2 with { 'resolution-mode': 'import' };`,
  );
}

/**
 * `isolatedDeclarations` lets each file be turned into its declaration alone: no program, no
 * type check (that is the business of `pnpm check`), and the types of peers are never loaded.
 */
function isolated(): Plugin {
  return {
    name: 'isolated-declarations',
    resolveId(id, importer) {
      if (!id.endsWith('.ts')) return null;
      return resolve(importer ? dirname(importer) : '.', id).replace(/(\.d)?\.ts$/, '.d.ts');
    },
    load(id) {
      const file = id.replace(/\.d\.ts$/, '.ts');
      const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: { isolatedDeclarations: true, verbatimModuleSyntax: true },
      });
      const [first] = diagnostics ?? [];
      if (first) this.error(`${file}: ${ts.flattenDiagnosticMessageText(first.messageText, '\n')}`);
      return outputText;
    },
  };
}
