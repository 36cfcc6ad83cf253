import type { Compilation, Compiler } from '@rspack/core';
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';

const NAME = 'HansaPortableIds';

/** A module as the hook hands it out: its identifier is a text there, and its id can be set. */
interface NamedModule {
  readonly identifier: string | (() => string);
  id: number;
}

/** A hundred times what Rspack starts with: few of ours meet one of its own, which then gives way. */
const LAST = 99_999;

/**
 * Rspack makes the numeric id of a shared module from the path of its fallback, from the root of the disk: the same
 * sources in another folder would get other files. Ours counts that path from the context. The hook is in Rspack since
 * 2.3; before, and where ids are names or natural numbers, nothing is done.
 */
export function applyPortableIds(compiler: Compiler): void {
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    // Of the defaults only the one of production.
    const kind = String(compiler.options.optimization.moduleIds);
    if (!/deterministic|hashed/.test(kind)) return;
    const hooks: Partial<Compilation['hooks']> = compilation.hooks;
    hooks.beforeModuleIds?.tap(NAME, (modules) => {
      const taken = new Set<number>();
      for (const [identifier, module] of sharedModules(
        modules as Iterable<object> as Iterable<NamedModule>,
        compiler.context,
      )) {
        let id = numberOf(identifier);
        while (taken.has(id)) id = (id + 1) % LAST;
        taken.add(id);
        module.id = id;
      }
    });
  });
}

/** In an order of their own: on which of two equal numbers is raised all builds agree. */
function sharedModules(modules: Iterable<NamedModule>, context: string): [string, NamedModule][] {
  return [...modules]
    .map((module): [string, NamedModule] => {
      const { identifier } = module;
      return [typeof identifier === 'string' ? identifier : identifier.call(module), module];
    })
    .filter(([identifier]) => identifier.startsWith('consume shared module '))
    .map(([identifier, module]): [string, NamedModule] => [portable(identifier, context), module])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Of `consume shared module (default) react@^19 (fallback: /app/node_modules/react/index.js)`. */
function portable(identifier: string, context: string): string {
  return identifier.replace(/(?<=\(fallback: ).+?(?=\)( \(eager\))?$)/, (file) =>
    relative(context, file).replaceAll(sep, '/'),
  );
}

function numberOf(identifier: string): number {
  return createHash('sha256').update(identifier).digest().readUInt32BE(0) % LAST;
}
