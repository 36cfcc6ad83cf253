import { findViolations } from './layers.ts';

const violations = (path: string, ...imports: string[]): string[] =>
  findViolations([{ path, imports }], []);

describe('imports', () => {
  it.each([
    ['packages/runtime/src/load/node.ts', 'node:vm'],
    ['packages/runtime/src/load/node.ts', '../protocol/globals.ts'],
    ['packages/runtime/src/bundler/index.ts', '../instance.ts'],
    ['packages/runtime/src/remote/load.ts', '#load'],
    ['packages/core/src/options/plan.ts', '@hansa/runtime/protocol'],
    ['packages/core/src/options/plan.ts', 'semver'],
    ['packages/webpack/src/perWebpack.ts', 'webpack'],
    ['packages/rsbuild/src/index.ts', '@rsbuild/core'],
    ['packages/rsbuild/src/index.ts', '@hansa/rspack'],
    ['packages/core/test/compiler.test.ts', 'webpack'],
  ])('%s may import %s', (path, specifier) => {
    expect(violations(path, specifier)).toEqual([]);
  });

  it.each([
    ['packages/runtime/src/share/load.ts', 'node:vm'],
    ['packages/runtime/src/share/load.ts', '../remote/load.ts'],
    ['packages/runtime/src/share/load.ts', '../unknown.ts'],
    ['packages/runtime/src/protocol/tables.ts', '../errors.ts'],
    ['packages/runtime/src/protocol/tables.ts', '#load'],
    ['packages/runtime/src/errors.ts', 'semver'],
    ['packages/runtime/src/errors.ts', '@hansa/core'],
    ['packages/runtime/src/errors.ts', '../../core/src/index.ts'],
    ['packages/core/src/options/plan.ts', '@hansa/runtime'],
    ['packages/core/src/options/plan.ts', 'webpack'],
    ['packages/core/src/options/plan.ts', '@rspack/core'],
    ['packages/webpack/src/index.ts', '@hansa/rspack'],
    ['packages/rspack/src/index.ts', '@hansa/webpack'],
    ['packages/rspack/src/index.ts', 'webpack/types'],
  ])('%s may not import %s', (path, specifier) => {
    expect(violations(path, specifier)).toHaveLength(1);
  });
});

describe('cycles', () => {
  const file = (path: string, ...imports: string[]) => ({
    path: `packages/core/src/${path}`,
    imports,
  });

  it('are found across files', () => {
    const files = [file('a.ts', './b/b.ts'), file('b/b.ts', '../c.ts'), file('c.ts', './a.ts')];
    expect(findViolations(files, [])).toHaveLength(1);
  });

  it('are not seen where two files import a third', () => {
    const files = [file('a.ts', './b.ts', './c.ts'), file('b.ts', './c.ts'), file('c.ts')];
    expect(findViolations(files, [])).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    'packages/core/src/options/types.ts',
    'packages/core/src/options/shared.ts',
    'packages/core/test/options/shared.test.ts',
    'packages/types/src/index.ts',
  ])('%s is fine', (path) => {
    expect(violations(path)).toEqual([]);
  });

  it.each([
    'packages/core/src/utils.ts',
    'packages/core/src/helpers/a.ts',
    'packages/core/src/types.ts',
    'packages/webpack/src/shared/a.ts',
    'fixtures/common/a.ts',
  ])('%s is refused', (path) => {
    expect(violations(path)).toHaveLength(1);
  });

  it('are checked in the top folder', () => {
    expect(findViolations([], ['packages', '.ci', 'tsconfig.json'])).toHaveLength(1);
  });
});
