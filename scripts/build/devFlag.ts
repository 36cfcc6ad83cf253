/** Injected where `__DEV__` is not decided at build time. */
export const __DEV__: boolean =
  typeof process === 'undefined' || process.env.NODE_ENV !== 'production';
