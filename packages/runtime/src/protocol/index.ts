/** The door of the contract: what build packages may import from the runtime. */
export * from './container.ts';
export * from './tables.ts';
export * from './manifest.ts';
export { isRange } from '../semver/range.ts';
