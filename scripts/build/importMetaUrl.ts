/** Injected for `import.meta.url` in CommonJS. */
export const importMetaUrl: string = /* @__PURE__ */ (() =>
  process.getBuiltinModule('node:url').pathToFileURL(__filename).href)();
