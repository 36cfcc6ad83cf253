import tseslint from 'typescript-eslint';
import { house } from './houseRules.js';

// A rule set twice replaces itself, so each block says the whole of what it restricts.
const webpackLib = {
  group: ['webpack/lib', 'webpack/lib/**'],
  message: 'Public API only: take it from `compiler.webpack`.',
};
const nodeOnly = { group: ['node:*'], message: 'Only load/node.ts may touch Node.' };
const noDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name.',
};
const noWebpackRequire = {
  selector: "Identifier[name='__webpack_require__']",
  message: 'Only runtime/src/bundler and facade touch the require function.',
};
const noNodeImport = {
  selector: 'ImportExpression[source.value=/^node:/]',
  message: nodeOnly.message,
};

const pageGlobals = ['window', 'document', 'self', 'location', 'navigator'].map((name) => ({
  name,
  message: 'Only load/browser.ts may touch the page.',
}));
const globalThisOnly = {
  name: 'globalThis',
  message: 'Only protocol/globals.ts names globals.',
};

const imports = (...patterns) => ['error', { patterns: [webpackLib, ...patterns] }];
const syntax = (...selectors) => ['error', ...selectors];
const globals = (...names) => ['error', ...names];

const runtime = 'packages/runtime/src';

export default tseslint.config(
  { ignores: ['**/dist/', '**/.out/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx,mts,cts,js,mjs,cjs}'],
    plugins: { house },
    extends: [tseslint.configs.recommended],
    // no-implied-eval looks at known globals only.
    languageOptions: { globals: { setTimeout: false, setInterval: false } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 300],
      'house/max-lines-per-function': ['error', 60],
      'house/max-params': ['error', 4],
      'max-depth': ['error', 3],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': imports(),
      // `typeof import('x')` stays allowed: a type that must not become an import.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['packages/**', 'scripts/**'],
    rules: { 'no-restricted-syntax': syntax(noDefault, noWebpackRequire) },
  },
  {
    files: ['scripts/eslint.config.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // `declare var` is how a global is typed.
    files: ['**/*.d.ts'],
    rules: { 'no-var': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { 'house/max-lines-per-function': 'off', 'house/max-params': 'off' },
  },
  {
    files: [`${runtime}/**`],
    rules: {
      'no-restricted-imports': imports(nodeOnly),
      'no-restricted-globals': globals(globalThisOnly, ...pageGlobals),
      'no-restricted-syntax': syntax(noDefault, noWebpackRequire, noNodeImport),
    },
  },
  {
    files: [`${runtime}/bundler/**`, `${runtime}/facade/**`],
    rules: { 'no-restricted-syntax': syntax(noDefault, noNodeImport) },
  },
  {
    files: [`${runtime}/protocol/globals.ts`],
    rules: { 'no-restricted-globals': globals(...pageGlobals) },
  },
  {
    files: [`${runtime}/load/browser*.ts`],
    rules: { 'no-restricted-globals': globals(globalThisOnly) },
  },
  {
    files: [`${runtime}/load/node*.ts`],
    rules: {
      'no-restricted-imports': imports(),
      'no-restricted-syntax': syntax(noDefault, noWebpackRequire),
    },
  },
);
