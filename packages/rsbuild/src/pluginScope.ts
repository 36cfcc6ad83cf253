import { OptionsError } from '@hansa/core';

/** Which environments the plugin is for. */
export interface PluginScope {
  /**
   * Name of the one environment that is federated; its target may be `web` or `node`.
   * @default every environment whose target is `web`
   */
  readonly environment?: string;
}

/** @returns the name of the environment. @throws OptionsError for anything else */
export function readScope(scope: unknown): string | undefined {
  if (scope === undefined) return undefined;
  if (typeof scope !== 'object' || !scope) throw refused(scope);
  const { environment, ...others } = scope as { readonly [name: string]: unknown };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    const message =
      'not an option of the plugin for Rsbuild: name an environment with `environment`, whose `output.target` is that of the container';
    throw new OptionsError([{ code: 'UNKNOWN_OPTION', path: unknown, message }]);
  }
  if (environment !== undefined && typeof environment !== 'string') throw refused(environment);
  return environment;
}

/** @throws OptionsError when there is no environment of that name */
export function checkEnvironment(only: string | undefined, names: readonly string[]): void {
  if (only === undefined || names.includes(only)) return;
  throw invalid(`there is no environment \`${only}\`, only ${names.join(', ')}`);
}

function refused(value: unknown): OptionsError {
  return invalid(`expected the name of an environment, got ${JSON.stringify(value)}`);
}

function invalid(message: string): OptionsError {
  return new OptionsError([{ code: 'INVALID_VALUE', path: 'environment', message }]);
}
