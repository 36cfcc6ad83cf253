import type { ModuleFactory } from '../protocol/container.ts';

/** Under which bridges of the 2.9 packages find the id of a module in it. */
const MODULE_ID = /* @__PURE__ */ Symbol.for('mf_module_id');

/** Notes the id in what a factory makes, as long as that can be written to. */
export function withModuleId(factory: ModuleFactory, value: string): ModuleFactory {
  const note = (module: unknown): unknown => {
    if (typeof module === 'object' && Object.isExtensible(module)) {
      const known = Object.getOwnPropertyDescriptor(module, MODULE_ID);
      if (!known) Object.defineProperty(module, MODULE_ID, { value });
    }
    return module;
  };
  let noted: unknown;
  return () => {
    const module = factory();
    if (module === noted) return module;
    noted = module;
    return module instanceof Promise ? module.then(note) : note(module);
  };
}
