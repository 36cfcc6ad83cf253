import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a runtime chunk needs of the runtime; at least one is true. */
export interface Capabilities {
  /** For users of the API. */
  readonly api: boolean;
  /** With the API, for runtime plugins. */
  readonly plugins: boolean;
  readonly container: boolean;
  readonly remotes: boolean;
  readonly shares: boolean;
  /** Remotes are addressed by manifests. */
  readonly manifests: boolean;
  /** The strategy is `version-first`. */
  readonly versionFirst: boolean;
}

const NAMES = ['container', 'remotes', 'shares', 'manifests', 'versionFirst'] as const;

const require = createRequire(import.meta.url);
const texts = new Map<string, string>();

/** Where a runtime chunk will run. */
export interface Environment {
  readonly node: boolean;
  /** With the full texts of errors and warnings. */
  readonly dev: boolean;
  readonly es5: boolean;
  /** Whether the page may have a Content-Security-Policy that scripts have to meet. @default false */
  readonly policies?: boolean;
}

/** The pre-built text of the runtime: an expression whose value is `install`. In pages it is cut to what they need. */
export function runtimeText(needs: Capabilities, environment: Environment): string {
  const { node, dev, es5, policies } = environment;
  const cut = NAMES.filter((name) => needs[name]).join('-');
  // Pages with such policies are few.
  const complete = node || es5 || (policies && needs.remotes);
  const everything = node || es5 || dev || needs.plugins;
  const what = needs.api ? (everything ? 'full' : 'plain') : complete ? 'light' : cut;
  return textOf(`${what}.${es5 ? 'es5' : node ? 'node' : 'web'}.${dev ? 'dev' : 'prod'}`);
}

/** The text for entries in chunks of their own: an expression whose value is `installEntries`. */
export function entriesText({ es5 }: Environment): string {
  return textOf(es5 ? 'entries.es5' : 'entries');
}

/** The text for workers that provide what they fall back to: an expression whose value is `installFallbackShares`. */
export function fallbackSharesText(es5: boolean): string {
  return textOf(es5 ? 'fallbackShares.es5' : 'fallbackShares');
}

/** The text beside webpack's own sharing plugins: an expression whose value is `installNativeSharing`. */
export function nativeSharingText(es5: boolean): string {
  return textOf(es5 ? 'nativeSharing.es5' : 'nativeSharing');
}

/** The text of a container that uses the runtime of the page: an expression whose value is `attach`. */
export function shimText(): string {
  return textOf('shim');
}

function textOf(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(require.resolve(`@hansa/runtime/text/${name}`), 'utf8');
    texts.set(name, text);
  }
  return text;
}

/** The module that `import … from '@hansa/runtime'` means in a federated build. */
export function facadePath(): string {
  return require.resolve('@hansa/runtime/facade');
}
