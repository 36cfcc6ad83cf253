import { isProduction } from './production.ts';

interface NamedOptions {
  readonly mode?: string | undefined;
  readonly output: { uniqueName?: string | undefined };
  readonly plugins?: readonly unknown[] | undefined;
}

/**
 * Names the globals of a build after its app: the bundlers' default is the name in `package.json`, which apps of one page
 * may share.
 * @returns what to tell the user, if a plugin that stands before this one has read the name already
 */
export function setUniqueName(
  options: NamedOptions,
  name: string,
  plugin: object,
): string | undefined {
  const { output, plugins = [] } = options;
  if (!name || output.uniqueName !== undefined) return undefined;
  output.uniqueName = name;
  if (isProduction(options)) return undefined;
  const before = plugins.slice(0, Math.max(0, plugins.indexOf(plugin)));
  const names = before.map((one) => (one as Partial<object> | undefined)?.constructor?.name);
  const refresh = names.find((one) => one?.startsWith('ReactRefresh'));
  return (
    refresh &&
    `${refresh} stands before this plugin and does not know the name of the app, so two apps on a page take each other's ` +
      'updates: put it behind, or set `output.uniqueName`'
  );
}
