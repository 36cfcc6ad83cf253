/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const swc = (tsx: boolean): [string, Record<string, unknown>] => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { useDefineForClassFields: false, react: { runtime: 'automatic' } },
    },
  },
];
const transform = { '\\.ts$': swc(false), '\\.tsx$': swc(true) };

const config: Config = {
  // Suites of one fixture serve the same builds, on the ports that are part of these.
  maxWorkers: 1,
  projects: [
    {
      displayName: 'unit',
      roots: ['<rootDir>/packages', '<rootDir>/scripts'],
      testMatch: ['<rootDir>/packages/*/test/**/*.test.ts', '<rootDir>/scripts/*.test.ts'],
      transform,
      // Unit tests see the sources; the flags are those of a build that has every capability.
      moduleNameMapper: {
        '^#load$': '<rootDir>/packages/runtime/src/load/browser.ts',
        '^@hansa/runtime/protocol$': '<rootDir>/packages/runtime/src/protocol/index.ts',
        '^@hansa/([a-z]+)$': '<rootDir>/packages/$1/src/index.ts',
      },
      globals: {
        __API__: true,
        __PLUGINS__: true,
        __ESM__: true,
        __CONTAINER__: true,
        __REMOTES__: true,
        __SHARES__: true,
        __MANIFESTS__: true,
        __VERSION_FIRST__: true,
        __POLICIES__: true,
        __DEV__: true,
        __VERSION__: '0.0.0-test',
      },
    },
    {
      displayName: 'fixtures',
      roots: ['<rootDir>/fixtures'],
      testMatch: ['<rootDir>/fixtures/**/*.test.ts'],
      // Many packages of one name, none of which a test imports.
      modulePathIgnorePatterns: ['<rootDir>/fixtures/\\.out/'],
      // Builds in child processes: jest 30 on Node 20 cannot load the ESM-only Rspack.
      globalSetup: '<rootDir>/fixtures/harness/globalSetup.ts',
      transform,
    },
  ],
};

export default config;
