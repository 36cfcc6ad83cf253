import { readItems, withoutDuplicates, type Item } from './items.ts';
import type { ExposePlan } from './plan.ts';
import type { ExposesConfig } from './types.ts';
import {
  fields,
  isObject,
  required,
  string,
  strings,
  type FieldTable,
  type Option,
} from './validate.ts';

const FIELDS: FieldTable<ExposesConfig> = { import: 'used', name: 'used', layer: 'used' };

export function readExposes(option: Option): readonly ExposePlan[] {
  const items = withoutDuplicates(readItems(option)).map(readExpose);
  const taken = new Set(items.flatMap(({ name }) => name?.toLowerCase() ?? []));
  return items.map(({ key, import: requests, name, layer }) => ({
    key,
    import: requests,
    chunkName: name ?? chunkNameFor(key, taken),
    ...(layer !== undefined && { layer }),
  }));
}

interface Expose {
  readonly key: string;
  readonly import: readonly string[];
  readonly name: string | undefined;
  readonly layer: string | undefined;
}

function readExpose({ key, option }: Item): Expose {
  if (!/^\.(\/|$)/.test(key)) {
    const note = `hosts ask for \`./${key}\`, this is reached by the container's own \`get\` only`;
    option.report.notices.push(`${option.path}: ${note}`);
  }
  const at = isObject(option.value) ? fields(option, FIELDS) : undefined;
  const requests = strings(at ? required(at.import) : option);
  return {
    key,
    import: requests ?? [],
    name: at && string(at.name),
    layer: at && string(at.layer),
  };
}

const PREFIX = '__federation_expose_';

/** Whether nobody named the chunk of an expose. */
export function isDefaultName(chunkName: string): boolean {
  return chunkName.startsWith(PREFIX);
}

/** The name becomes a file name: the same on disks that ignore case, and unlike every name in `taken`. */
export function chunkNameFor(key: string, taken: Set<string>): string {
  const readable =
    key === '.'
      ? 'default_export'
      : key
          .replace(/^\.\//, '')
          .replaceAll('/', '__')
          .replace(/[^\w-]/g, '_');
  const base = PREFIX + readable;
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}_${count}`;
  taken.add(name.toLowerCase());
  return name;
}
