type Builtins = {
  'node:vm': typeof import('node:vm');
  'node:module': typeof import('node:module');
  'node:url': typeof import('node:url');
  'node:fs': typeof import('node:fs');
};

/** Reached this way because the text of the runtime runs in CommonJS, in ES modules and in `vm` contexts alike. */
export const builtin = <K extends keyof Builtins>(name: K): Builtins[K] =>
  process.getBuiltinModule(name as 'node:vm') as unknown as Builtins[K];
