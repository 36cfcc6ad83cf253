import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { findViolations, type SourceFile } from './layers.ts';
import { root } from './workspace.ts';

const generated = new Set(['node_modules', 'dist', '.out']);

const files = ['packages', 'fixtures', 'scripts'].flatMap((folder) => read(join(root, folder)));
const violations = findViolations(files, readdirSync(root));
for (const violation of violations) console.error(violation);
process.exitCode = violations.length ? 1 : 0;

function read(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : read(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [sourceFile(path)] : [];
  });
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return {
    path: relative(root, path).replaceAll('\\', '/'),
    imports: importedFiles.map(({ fileName }) => fileName),
    types: statements.flatMap(typesFrom),
  };
}

/** What a statement imports types alone from. */
function typesFrom(statement: ts.Statement): string[] {
  const isType =
    (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) ||
    (ts.isExportDeclaration(statement) && statement.isTypeOnly);
  const from = isType ? (statement as ts.ImportDeclaration).moduleSpecifier : undefined;
  return from && ts.isStringLiteral(from) ? [from.text] : [];
}
