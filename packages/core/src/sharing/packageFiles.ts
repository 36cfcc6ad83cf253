import { basename, dirname, join } from 'node:path';

/** A parsed `package.json`; nothing in it is checked. */
export type PackageFile = Readonly<Record<string, unknown>>;

/** Reads the `package.json` of one folder; `undefined` where there is none. Rejects when it cannot be read or parsed. */
export type ReadPackage = (folder: string) => Promise<PackageFile | undefined>;

/** As much of a compilation as reading needs; both bundlers have it. */
export interface PackageCompilation {
  readonly inputFileSystem: {
    readFile(
      path: string,
      callback: (error: NodeJS.ErrnoException | null, content?: string | Buffer) => void,
    ): void;
  } | null;
  readonly fileDependencies: { add(path: string): unknown };
  readonly missingDependencies: { add(path: string): unknown };
}

const readers = new WeakMap<PackageCompilation, ReadPackage>();

/** Reads each folder once per compilation, which is told about the files. */
export function packageReader(compilation: PackageCompilation): ReadPackage {
  let read = readers.get(compilation);
  if (!read) {
    const known = new Map<string, Promise<PackageFile | undefined>>();
    read = (folder) => {
      const file = known.get(folder) ?? readPackage(compilation, join(folder, 'package.json'));
      known.set(folder, file);
      return file;
    };
    readers.set(compilation, read);
  }
  return read;
}

/** `folder` and the folders above it. */
export function* foldersAbove(folder: string): Generator<string> {
  let current = folder;
  for (;;) {
    yield current;
    const parent = dirname(current);
    if (parent === current) return;
    current = parent;
  }
}

/** Version of the package that `file` belongs to. */
export async function versionOwning(read: ReadPackage, file: string): Promise<string | undefined> {
  for (const folder of foldersAbove(dirname(file))) {
    const version = versionIn(folder, await read(folder));
    if (version !== undefined) return version || undefined;
  }
  return undefined;
}

/**
 * The version that a folder gives to the files below it: empty when they have none, `undefined` when the folders above
 * decide. A `package.json` without a version, as folders have that only set `type`, is not a package; one of a private
 * app with a name is, and ends the search.
 */
export function versionIn(folder: string, data: PackageFile | undefined): string | undefined {
  if (basename(folder) === 'node_modules') return '';
  if (typeof data?.['version'] === 'string') return data['version'];
  return data?.['name'] && !folder.includes('node_modules') ? '' : undefined;
}

function readPackage(
  compilation: PackageCompilation,
  path: string,
): Promise<PackageFile | undefined> {
  return new Promise((resolve, reject) => {
    compilation.inputFileSystem!.readFile(path, (error, content) => {
      const missing = error && /^ENO(ENT|TDIR)$/.test(error.code ?? '');
      (missing ? compilation.missingDependencies : compilation.fileDependencies).add(path);
      if (missing) return resolve(undefined);
      if (error) return reject(error);
      try {
        const data: unknown = JSON.parse(String(content));
        resolve(typeof data === 'object' && data !== null ? (data as PackageFile) : undefined);
      } catch (cause) {
        reject(new Error(`${path} is not valid JSON`, { cause }));
      }
    });
  });
}
