import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface AppShape {
  readonly modules: number;
  readonly exposes: number;
  readonly shares: number;
  readonly entries: number;
}

/** Every module imports up to three others and one share; exposes and entries are spread over them. */
export function writeApp(folder: string, { modules, exposes, shares, entries }: AppShape): void {
  const write = (name: string, text: string): void => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const names = (count: number, name: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => name(index));
  const packages = names(shares, (index) => `share-${index}`);
  for (const name of packages) {
    const manifest = { name, version: '1.0.0', main: 'index.js' };
    write(`node_modules/${name}/package.json`, JSON.stringify(manifest));
    write(`node_modules/${name}/index.js`, `exports.name = '${name}';`);
  }
  const children = (index: number): number[] =>
    [1, 2, 3].map((step) => index * 3 + step).filter((child) => child < modules);
  for (let index = 0; index < modules; index++) {
    const imports = children(index).map(
      (child) => `import { value as v${child} } from './m${child}.js';`,
    );
    const sum = ['1', ...children(index).map((child) => `v${child}`)].join(' + ');
    const share = packages[index % shares]!;
    write(
      `src/m${index}.js`,
      `${imports.join('\n')}\nimport { name } from '${share}';\nexport const value = ${sum};\nexport function describe(input) {\n  const parts = [name, value, input].map(String);\n  return parts.length > 2 ? parts.join('/') : parts[0];\n}\n`,
    );
  }
  const spread = (index: number, count: number): number => Math.floor((index * modules) / count);
  const entry = Object.fromEntries(
    names(entries, (index) => `./src/m${spread(index, entries)}.js`).map((file, index) => [
      `entry${index}`,
      file,
    ]),
  );
  const exposed = Object.fromEntries(
    names(exposes, (index) => `./src/m${spread(index, exposes)}.js`).map((file, index) => [
      `./x${index}`,
      file,
    ]),
  );
  write(
    'package.json',
    JSON.stringify({
      name: 'bench',
      version: '1.0.0',
      dependencies: Object.fromEntries(packages.map((name) => [name, '^1.0.0'])),
    }),
  );
  // The exposes without federation: an entry of their own that can load each.
  const imports = Object.entries(exposed).map(([key, file]) => {
    const name = key.replace('./', 'expose_');
    return `  '${key}': () => import(/* webpackChunkName: "${name}" */ '${file.replace('/src', '')}'),`;
  });
  write('src/exposes.js', `export const exposes = {\n${imports.join('\n')}\n};\n`);
  write('shape.json', JSON.stringify({ entry, exposes: exposed, shared: packages }));
}
