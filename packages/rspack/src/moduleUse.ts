import type { Compilation, Module } from '@rspack/core';

/**
 * Tells whether an entry leads to a module: what is provided only because it was provided before is not in use. Modules
 * that were asked about are remembered.
 */
export function moduleUse(moduleGraph: Compilation['moduleGraph']): (module: Module) => boolean {
  const known = new Map<string, boolean>();
  const isRoot = ({ originModule }: { originModule?: Module | null }): boolean => !originModule;
  const leads = (ways: Map<string, Module>): boolean => {
    // The map grows while it is walked, from importer to importer.
    for (const [id, module] of ways) {
      const use = known.get(id);
      if (use) return true;
      if (use === false || id.startsWith('provide shared module ')) continue;
      const connections = [...moduleGraph.getIncomingConnections(module)];
      if (connections.some(isRoot)) return true;
      for (const { originModule } of connections)
        ways.set(originModule!.identifier(), originModule!);
    }
    return false;
  };
  return (module) => {
    const id = module.identifier();
    const ways = new Map([[id, module]]);
    const use = leads(ways);
    for (const one of use ? [id] : ways.keys()) known.set(one, use);
    return use;
  };
}
