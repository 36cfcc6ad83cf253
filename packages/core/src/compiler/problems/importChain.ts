import { relative, sep } from 'node:path';
import type { InspectedBuild } from './BuildProblem.ts';
import type { ModuleLike } from '../CompilerLike.ts';

/** The shortest way of imports that leads to a module, in words. */
export function importChain(
  { compilation: { moduleGraph }, context }: InspectedBuild,
  module: ModuleLike,
): string[] {
  const ways = new Map<string, ModuleLike[]>([[module.identifier(), [module]]]);
  let last = [module];
  // The map grows while it is walked: nearest importers first.
  for (const way of ways.values()) {
    last = way;
    const importers = [...moduleGraph.getIncomingConnections(way[0]!)].flatMap(
      ({ originModule }) => originModule ?? [],
    );
    if (!importers.length) break;
    for (const importer of importers) {
      const id = importer.identifier();
      if (!ways.has(id)) ways.set(id, [importer, ...way]);
    }
  }
  return last.map((one) => nameOf(one, context));
}

function nameOf(module: ModuleLike, context: string): string {
  const id = module.identifier();
  const [, share] = /^consume shared module \(.+?\) (\S+)/.exec(id) ?? [];
  if (share) return `share ${share}`;
  const file = module.nameForCondition();
  if (id.startsWith('remote ')) return `remote ${file}`;
  return file ? `./${relative(context, file).replaceAll(sep, '/')}` : id;
}
