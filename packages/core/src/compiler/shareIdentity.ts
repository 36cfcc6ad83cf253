interface ShareIdentity {
  readonly shareScope: string;
  readonly shareKey: string;
}

export interface ProvideIdentity extends ShareIdentity {
  readonly version: string;
  readonly file: string;
}

export interface ConsumeIdentity extends ShareIdentity {
  readonly range: string;
  /** The fallback; absent with `import: false`. */
  readonly file: string | undefined;
}

// webpack's files are between two `|`, Rspack's are not.
const provide = /^provide shared module \((.+?)\) (.+?)@([^@ ]+) = \|?(.+?)\|?$/;
// A range may be of a protocol: `npm:other@^1`.
const consume =
  /^consume shared module \((.+?)\) (.+?)@((?:[a-z+]+:[^ ]*@)?[^@]+?)(?: \((?:strict|singleton)\))*(?: \(fallback: \|?(.+?)\|?\))?(?: \(eager\))?$/;

/** Reads `provide shared module (default) react@19.0.0 = /node_modules/react/index.js`. */
export function provideIdentity(identifier: string): ProvideIdentity | undefined {
  const [, shareScope, shareKey, version, file] = provide.exec(identifier) ?? [];
  if (!shareScope || !shareKey || !version || !file) return undefined;
  return { shareScope, shareKey, version, file };
}

/** Reads `consume shared module (default) react@^19 (strict) (fallback: /node_modules/react/index.js) (eager)`. */
export function consumeIdentity(identifier: string): ConsumeIdentity | undefined {
  const [, shareScope, shareKey, range, file] = consume.exec(identifier) ?? [];
  if (!shareScope || !shareKey || !range) return undefined;
  return { shareScope, shareKey, range, file };
}
