/** Set when the package is built: see `scripts/build.ts`. */
declare const __DEV__: boolean;
/** With everything that only users of the API and runtime plugins can reach. */
declare const __API__: boolean;
/** Runtime plugins may listen. */
declare const __PLUGINS__: boolean;
declare const __CONTAINER__: boolean;
declare const __REMOTES__: boolean;
declare const __SHARES__: boolean;
/** Not in ES5, where `import()` is no syntax. */
declare const __ESM__: boolean;
/** Remotes may be addressed by manifests. */
declare const __MANIFESTS__: boolean;
/** The strategy may be `version-first`. */
declare const __VERSION_FIRST__: boolean;
/** The page may have a Content-Security-Policy with a nonce or Trusted Types, or ask other origins in a way of its own. */
declare const __POLICIES__: boolean;
declare const __VERSION__: string;
