import type { WebpackRequire } from '../../src/bundler/require.ts';
import type { ConsumeData, ProvideData, RuntimeConfig } from '../../src/protocol/tables.ts';

/** A require function with the tables that a build prints, and no bundler behind it. */
export function fakeRequire(tables: Partial<WebpackRequire>): WebpackRequire {
  const req = ((id: string): unknown => {
    const module = (req.c[id] = { exports: {} });
    req.m[id]!(module);
    return module.exports;
  }) as unknown as WebpackRequire;
  return Object.assign(req, { m: {}, c: {}, f: {} }, tables);
}

export const config = (given: Partial<RuntimeConfig> = {}): RuntimeConfig => ({
  name: 'app',
  shareStrategy: 'loaded-first',
  remotes: {},
  ...given,
});

export const provider = (version: string, factory: ProvideData['factory']): ProvideData => ({
  name: 'react',
  version,
  factory,
  eager: 0,
});

export const consume = (given: Partial<ConsumeData> = {}): ConsumeData => ({
  shareScope: 'default',
  shareKey: 'react',
  import: 'react',
  requiredVersion: '*',
  strictVersion: false,
  singleton: false,
  eager: false,
  ...given,
});

export const consumes = (data: ConsumeData, initial: string[] = []): Partial<WebpackRequire> => ({
  consumesLoadingData: {
    chunkMapping: { main: ['react'] },
    moduleIdToConsumeDataMapping: { react: data },
    initialConsumes: initial,
  },
});

export const provides = (...items: (ProvideData | string)[]): Partial<WebpackRequire> => ({
  initializeSharingData: { scopeToSharingDataMapping: { default: items }, uniqueName: 'app' },
});

export async function loadChunk(req: WebpackRequire, handler: 'share' | 'remote'): Promise<void> {
  const promises: Promise<unknown>[] = [];
  req.f![handler]!('main', promises);
  await Promise.all(promises);
}
