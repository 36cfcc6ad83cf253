import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface AppShape {
  readonly modules: number;
  readonly exposes: number;
  readonly shares: number;
  readonly entries: number;
}

/**
 * An app as teams have it: entries with a shell that load their pages by `import()`, a tree of modules per page, and
 * modules that several pages use. The pages are what is exposed, so that its chunks are about the same with federation
 * and without.
 */
export function writeApp(folder: string, { modules, exposes, shares, entries }: AppShape): void {
  const write = (name: string, text: string): void => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const packages = list(shares, (index) => `share-${index}`);
  for (const name of packages) {
    const manifest = { name, version: '1.0.0', main: 'index.js' };
    write(`node_modules/${name}/package.json`, JSON.stringify(manifest));
    write(`node_modules/${name}/index.js`, `exports.name = '${name}';\n`);
  }
  write(
    'package.json',
    JSON.stringify({
      name: 'bench',
      version: '1.0.0',
      dependencies: Object.fromEntries(packages.map((name) => [name, '^1.0.0'])),
    }),
  );

  const few = modules / 10;
  /** Every second module imports a share. */
  const shareOf = (index: number): string[] => (index % 2 ? [] : [packages[(index / 2) % shares]!]);
  const common = (index: number): string => `../../common/m${index % few}.js`;
  writeTree(few, 2, (index, imports) =>
    write(`src/common/m${index}.js`, moduleText([...shareOf(index), ...imports])),
  );
  writeTree(few, 3, (index, imports) =>
    write(`src/shell/m${index}.js`, moduleText([...shareOf(index), ...imports])),
  );
  const perPage = Math.floor((modules - 2 * few) / exposes);
  for (let page = 0; page < exposes; page++) {
    writeTree(perPage, 3, (index, imports) => {
      const used = index % 4 ? [] : [common(page + index)];
      const text = moduleText([...shareOf(page + index), ...used, ...imports]);
      write(`src/pages/p${page}/m${index}.js`, text);
    });
  }
  for (let entry = 0; entry < entries; entry++) {
    const own = list(exposes, (page) => page).filter((page) => page % entries === entry);
    const pages = own.map((page) => `  () => import('./pages/p${page}/m0.js'),\n`);
    write(
      `src/entry${entry}.js`,
      `import { value } from './shell/m0.js';\nexport const pages = [\n${pages.join('')}];\npages[value % pages.length]();\n`,
    );
  }
  const entry = list(entries, (index) => [`entry${index}`, `./src/entry${index}.js`]);
  const pages = list(exposes, (page) => [`./page${page}`, `./src/pages/p${page}/m0.js`]);
  const shape = {
    entry: Object.fromEntries(entry) as object,
    exposes: Object.fromEntries(pages) as object,
    shared: packages,
  };
  write('shape.json', JSON.stringify(shape));
}

/** Hands each node of a tree the names of those that it imports. */
function writeTree(
  size: number,
  width: number,
  write: (index: number, imports: string[]) => void,
): void {
  for (let index = 0; index < size; index++) {
    const children = list(width, (step) => index * width + step + 1).filter((one) => one < size);
    write(
      index,
      children.map((child) => `./m${child}.js`),
    );
  }
}

/** A package exports `name`, the app's own modules `value`. */
function moduleText(requests: readonly string[]): string {
  const imports = requests.map((request, index) => {
    const name = request.startsWith('.') ? 'value' : 'name';
    return `import { ${name} as v${index} } from '${request}';\n`;
  });
  const values = requests.map((_, index) => `v${index}`);
  const functions = list(
    4,
    (index) => `export function describe${index}(input) {
  const parts = [${values.join(', ')}, input].map(String).filter((part) => part.length > ${index});
  return parts.length > ${index} ? parts.join('/') : (parts[0] ?? '${index}');
}
`,
  );
  return `${imports.join('')}export const value = [${values.join(', ')}].length;\n${functions.join('')}`;
}

function list<T>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}
