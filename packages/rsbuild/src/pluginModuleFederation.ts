import { ModuleFederationPlugin } from '@hansa/rspack';
import { normalizeOptions, type ModuleFederationPluginOptions } from '@hansa/core';
import type { MergedEnvironmentConfig, RsbuildConfig, RsbuildPlugin, Rspack } from '@rsbuild/core';
import { checkEnvironment, type PluginScope, readScope } from './pluginScope.ts';
import { splitSharedApart } from './splitSharedApart.ts';
import { withoutShared } from './withoutShared.ts';

/**
 * Module Federation for Rsbuild: what a container needs from Rsbuild's configuration, then the Rspack plugin. What the
 * user wrote wins, except that a shared module is no external.
 *
 * @throws OptionsError, `code: 'INVALID_OPTIONS'`, with the path of everything that is wrong.
 */
export function pluginModuleFederation(
  options: ModuleFederationPluginOptions,
  scope?: PluginScope,
): RsbuildPlugin {
  const plan = normalizeOptions(options);
  const only = readScope(scope);
  const joins = (name: string, target: string | undefined): boolean =>
    only === undefined ? target === 'web' : name === only;

  return {
    name: 'hansa:module-federation',
    setup(api) {
      const written = api.getRsbuildConfig('original');
      api.onBeforeCreateCompiler(({ environments }) => {
        // Rsbuild may have been asked for some of them only.
        const all = { ...api.getRsbuildConfig('current').environments, ...environments };
        checkEnvironment(only, Object.keys(all));
      });

      api.modifyRsbuildConfig((config) => {
        if (plan.container && api.context.action === 'dev') openToHosts(config, written);
      });

      api.modifyEnvironmentConfig((config, { name }) => {
        if (!plan.container || !joins(name, config.output.target)) return;
        servedFromItsOrigin(config, [written, written.environments?.[name] ?? {}]);
      });

      api.modifyRspackConfig((config, { environment, target, appendPlugins }) => {
        if (!joins(environment.name, target)) return;
        // Here already: React Refresh reads it when its plugin is applied, and two apps of one name take each other's place.
        if (plan.name) config.output = { uniqueName: plan.name, ...config.output };
        // Rsbuild leaves it to Rspack, which would look for `./src`, if another environment has entries.
        if (plan.container) config.entry ??= {};
        if (config.externals) config.externals = withoutShared(config.externals, plan.consumes);
        splitSharedApart(config.optimization?.splitChunks, plan.consumes);
        const { library = reachableLibrary(config, target) } = options;
        // Rsbuild allows a build without entries when it finds a plugin with the name of this class.
        appendPlugins(new ModuleFederationPlugin(library ? { ...options, library } : options));
      });
    },
  };
}

/**
 * Hosts are pages of other origins, and Rsbuild lets in those of localhost only. Not in production or preview: who may
 * read a deployed file is a decision of its owner.
 */
function openToHosts(config: RsbuildConfig, written: RsbuildConfig): void {
  if (written.server?.cors === undefined) config.server = { ...config.server, cors: true };
}

/** Chunks, hot updates and lazily compiled modules come from the container's server, not from the host's. */
function servedFromItsOrigin(
  config: MergedEnvironmentConfig,
  written: readonly Pick<RsbuildConfig, 'dev' | 'output'>[],
): void {
  const { dev, output } = config;
  // The port is known only when the server listens, another app may have taken the configured one.
  if (!dev.client.port) dev.client.port = '<port>';
  // What Node loads stands in a folder of its own, below that of the pages.
  const prefix = output.target === 'node' ? 'auto' : true;
  if (written.every((one) => one.dev?.assetPrefix === undefined)) dev.assetPrefix = prefix;
  // Only the script that was loaded knows where it has been deployed.
  if (written.every((one) => one.output?.assetPrefix === undefined)) output.assetPrefix = 'auto';
}

/** Neither in Node nor in an ES module is the variable of a container a global. */
function reachableLibrary(
  { output }: Rspack.Configuration,
  target: string,
): ModuleFederationPluginOptions['library'] {
  if (output?.module) return { type: 'module' };
  return target === 'node' ? { type: 'commonjs-module' } : undefined;
}
