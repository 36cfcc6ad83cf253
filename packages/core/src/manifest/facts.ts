import type { ManifestAssets } from '@hansa/runtime/protocol';

/** What is read from a finished compilation and handed to `buildStats`. All file names are relative to the output folder. */
export interface ManifestFacts {
  /** From the environment, or the `package.json` that owns the compiler's context. */
  readonly buildName: string;
  readonly buildVersion: string;
  /** `output.publicPath`; `auto` when it is a function. */
  readonly publicPath: string;
  /** File of the container entry; empty for a pure consumer. */
  readonly remoteEntry: string;
  readonly exposes: readonly ExposeFacts[];
  readonly shares: readonly ShareFacts[];
  readonly remotes: readonly RemoteFacts[];
}

export interface ExposeFacts {
  /** `./Button`. */
  readonly key: string;
  /** Source file of the (last) import, relative to the compiler's context, with `/`. */
  readonly file: string;
  readonly assets: ManifestAssets;
}

/** One version of a shared module that is part of the build. */
export interface ShareFacts {
  readonly shareKey: string;
  /** Several are joined with `|`. */
  readonly shareScope: string;
  /** Empty when the build consumes it but provides none. */
  readonly version: string;
  /** `*` when nothing in the build consumes it. */
  readonly requiredVersion: string;
  /** Keys of the exposes that consume it. */
  readonly usedIn: readonly string[];
  readonly assets: ManifestAssets;
}

/** A module of a remote that something in the build imports. */
export interface RemoteFacts {
  readonly alias: string;
  /** `./Button`, or `.`. */
  readonly module: string;
  /** Keys of the exposes that import it. */
  readonly usedIn: readonly string[];
}
