import { install } from '../../src/bundler/index.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';
import type {
  Container,
  ModuleFactory,
  ShareEntry,
  ShareScope,
} from '../../src/protocol/container.ts';
import type { ConsumeData, ProvideData, RuntimeConfig } from '../../src/protocol/tables.ts';

/** A require function with the tables that a build prints, and no bundler behind it. */
function fakeRequire(tables: Partial<WebpackRequire>): WebpackRequire {
  const req = ((id: string): unknown => {
    const module = (req.c[id] = { exports: {} });
    req.m[id]!(module);
    return module.exports;
  }) as unknown as WebpackRequire;
  return Object.assign(req, { m: {}, c: {}, f: {} }, tables);
}

const config = (given: Partial<RuntimeConfig> = {}): RuntimeConfig => ({
  name: 'app',
  shareStrategy: 'loaded-first',
  remotes: {},
  ...given,
});

const provider = (version: string, factory: ProvideData['factory']): ProvideData => ({
  name: 'react',
  version,
  factory,
  eager: 0,
});

const consume = (given: Partial<ConsumeData> = {}): ConsumeData => ({
  shareScope: 'default',
  shareKey: 'react',
  import: 'react',
  requiredVersion: '*',
  strictVersion: false,
  singleton: false,
  eager: false,
  ...given,
});

const consumes = (data: ConsumeData, initial: string[] = []): Partial<WebpackRequire> => ({
  consumesLoadingData: {
    chunkMapping: { main: ['react'] },
    moduleIdToConsumeDataMapping: { react: data },
    initialConsumes: initial,
  },
});

const provides = (...items: (ProvideData | string)[]): Partial<WebpackRequire> => ({
  initializeSharingData: { scopeToSharingDataMapping: { default: items }, uniqueName: 'app' },
});

async function loadChunk(req: WebpackRequire, handler: 'share' | 'remote'): Promise<void> {
  const promises: Promise<unknown>[] = [];
  req.f![handler]!('main', promises);
  await Promise.all(promises);
}

describe('consumes', () => {
  it('installs the provided module before the chunk runs', async () => {
    const factory = jest.fn(async (): Promise<ModuleFactory> => () => 'react 19');
    const req = fakeRequire({ ...consumes(consume()), ...provides(provider('19.0.0', factory)) });
    install(req, config());
    await loadChunk(req, 'share');
    await loadChunk(req, 'share');
    expect(req('react')).toBe('react 19');
    expect(factory).toHaveBeenCalledTimes(1);
  });

  it('takes its own fallback when nobody provides', async () => {
    const fallback = async (): Promise<ModuleFactory> => () => 'own';
    const req = fakeRequire(consumes(consume({ fallback })));
    install(req, config());
    await loadChunk(req, 'share');
    expect(req('react')).toBe('own');
  });

  it('rejects with a code when there is no fallback', async () => {
    const req = fakeRequire(consumes(consume()));
    install(req, config());
    await expect(loadChunk(req, 'share')).rejects.toMatchObject({
      code: 'RUNTIME-012',
      share: 'react',
    });
  });

  it('forgets a failure', async () => {
    const factory = jest.fn<Promise<ModuleFactory>, []>();
    factory.mockRejectedValueOnce(new Error('down')).mockResolvedValue(() => 'react 19');
    const req = fakeRequire({ ...consumes(consume()), ...provides(provider('19.0.0', factory)) });
    install(req, config());
    await expect(loadChunk(req, 'share')).rejects.toThrow('down');
    await loadChunk(req, 'share');
    expect(req('react')).toBe('react 19');
  });

  it('answers a require in an initial chunk when the module is eager, and throws a code when not', () => {
    const eager = fakeRequire({
      ...consumes(consume(), ['react']),
      ...provides({ ...provider('19.0.0', () => () => 'eager'), eager: 1 }),
    });
    install(eager, config());
    expect(eager('react')).toBe('eager');

    const late = fakeRequire({
      ...consumes(consume(), ['react']),
      ...provides(provider('19.0.0', async () => () => 'late')),
    });
    install(late, config());
    expect(() => late('react')).toThrow(expect.objectContaining({ code: 'RUNTIME-006' }));
  });

  it('takes the next provider, then its own copy, and asks the first again the next time', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const down = jest.fn<Promise<ModuleFactory>, []>().mockRejectedValue(new Error('down'));
    const table = provides(
      provider('19.1.0', down),
      provider('19.0.0', async () => () => 'older'),
    );
    const own = async (): Promise<ModuleFactory> => () => 'own';
    const get = async (requiredVersion: string): Promise<unknown> => {
      const data = consume({ requiredVersion, strictVersion: true, fallback: own });
      const req = fakeRequire({ ...consumes(data), ...table });
      install(req, config());
      await loadChunk(req, 'share');
      return req('react');
    };
    expect(await get('^19.0.0')).toBe('older');
    expect(await get('>19.0.0')).toBe('own');
    expect(down).toHaveBeenCalledTimes(2);
    down.mockResolvedValue(() => 'healed');
    expect(await get('^19.0.0')).toBe('healed');
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });

  it('refuses another version of a strict singleton, with a copy too', async () => {
    const data = consume({ requiredVersion: '^18.0.0', strictVersion: true, singleton: true });
    const fallback = async (): Promise<ModuleFactory> => () => 'own';
    const react = provider('19.0.0', async () => () => 'react 19');
    const req = fakeRequire({ ...consumes({ ...data, fallback }), ...provides(react) });
    install(req, config());
    await expect(loadChunk(req, 'share')).rejects.toMatchObject({
      ...{ code: 'SHARE-001', share: 'react', version: '^18.0.0' },
      detail: expect.stringContaining('19.0.0 from app'),
    });
  });

  it('keeps its scopes when a hot update assigns empty ones, and registers what the new table adds', () => {
    const req = fakeRequire(provides(provider('19.0.0', async () => () => 1)));
    install(req, config());
    void req.I('default');
    req.S = {};
    Object.assign(req, provides(provider('19.1.0', async () => () => 2)));
    void req.I('default');
    expect(Object.keys(req.S['default']!['react']!)).toEqual(['19.0.0', '19.1.0']);
  });
});

describe('container', () => {
  const tables = {
    initializeExposesData: {
      moduleMap: { './Button': async () => () => 'button' },
      shareScope: 'default',
    },
    ...provides(provider('19.0.0', async () => () => 1)),
  };

  it('registers into the scope of the host and keeps that scope', async () => {
    const req = fakeRequire(tables);
    install(req, config());
    const host: ShareScope = {};
    await req.initContainer(host);
    await req.initContainer(host);
    expect(req.S['default']).toBe(host);
    expect(host['react']!['19.0.0']!.from).toBe('app');
  });

  it('keeps the scope of the first host, and adds what the second provides', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const req = fakeRequire(tables);
    install(req, config());
    const of = (from: string, loaded = false): ShareEntry => ({
      get: () => () => from,
      from,
      loaded,
    });
    const first: ShareScope = { react: { '18.0.0': of('first', true) } };
    const second: ShareScope = {
      react: { '18.1.0': of('second') },
      vue: { '3.0.0': of('second') },
    };
    await req.initContainer(first);
    await req.initContainer(second);
    await req.initContainer(second);
    expect(req.S['default']).toBe(first);
    // Of react something is loaded already.
    expect(Object.keys(first['react']!)).toEqual(['18.0.0', '19.0.0']);
    expect(first['vue']!['3.0.0']!.from).toBe('second');
    expect(second['react']!['19.0.0']!.from).toBe('app');
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/first.*second/)]]);
    warn.mockRestore();
  });

  it('adopts the scopes of a host that has several', async () => {
    const req = fakeRequire({
      initializeExposesData: { ...tables.initializeExposesData, shareScope: ['default', 'ui'] },
    });
    install(req, config());
    const hostMap = { default: {}, ui: {} };
    await req.initContainer(hostMap.default, [], {
      shareScopeKeys: ['default', 'ui'],
      shareScopeMap: hostMap,
    });
    expect(req.S['ui']).toBe(hostMap.ui);
  });

  it.each(['./Buton', '__proto__', 'constructor'])('rejects %s with a code', async (expose) => {
    const req = fakeRequire(tables);
    install(req, config());
    await expect(req.getContainer(expose)).rejects.toMatchObject({
      code: 'RUNTIME-014',
      module: expose,
    });
  });
});

describe('remotes', () => {
  const table = {
    remotesLoadingData: {
      chunkMapping: { main: ['shop/Button'] },
      moduleIdToRemoteDataMapping: {
        'shop/Button': {
          shareScope: 'default',
          name: './Button',
          externalModuleId: 'ext',
          remoteName: 'shop',
        },
      },
    },
  };
  const withExternal = (container: Partial<Container>): WebpackRequire => {
    const req = fakeRequire(table);
    req.m['ext'] = (module) => {
      module.exports = container;
    };
    install(req, config());
    return req;
  };

  it('initialises the container once and installs the module', async () => {
    const init = jest.fn();
    const req = withExternal({ init, get: async () => () => 'button' });
    await loadChunk(req, 'remote');
    await loadChunk(req, 'remote');
    expect(req('shop/Button')).toBe('button');
    expect(init).toHaveBeenCalledTimes(1);
    expect(init.mock.calls[0][0]).toBe(req.S['default']);
  });

  it('does not wait for itself in a circle', async () => {
    const req = fakeRequire(table);
    req.m['ext'] = (module) => {
      // The remote consumes a module of ours while ours consumes one of its.
      const get: Container['get'] = async (_, getScope) => {
        req.R = getScope;
        const inner = loadChunk(req, 'remote');
        req.R = undefined;
        await inner;
        return () => 'button';
      };
      module.exports = { init: () => {}, get };
    };
    install(req, config());
    await loadChunk(req, 'remote');
    expect(req('shop/Button')).toBe('button');
  });

  it.each([
    ['RUNTIME-002', { get: async () => () => 1 }],
    ['RUNTIME-015', { get: async () => () => 1, init: () => Promise.reject(new Error('no')) }],
    [
      'RUNTIME-014',
      {
        get: () => Promise.reject(new Error('Module "./Button" does not exist in container.')),
        init: () => {},
      },
    ],
  ])('rejects with %s and tries again the next time', async (code, container) => {
    const req = withExternal(container as Partial<Container>);
    await expect(loadChunk(req, 'remote')).rejects.toMatchObject({ code, remote: 'shop' });
    delete req.c['ext'];
    req.m['ext'] = (module) => {
      module.exports = { init: () => {}, get: async () => () => 'healed' };
    };
    await loadChunk(req, 'remote');
    expect(req('shop/Button')).toBe('healed');
  });
});

describe('version-first', () => {
  const row = (remoteName: string) => ({
    ...{ shareScope: 'default', name: './x', externalModuleId: remoteName, remoteName },
  });
  /** Three remotes that externals yield, of which the first is down and the second hangs. */
  function threeRemotes(): WebpackRequire {
    const req = fakeRequire({
      ...consumes(consume()),
      ...provides(
        provider('19.0.0', async () => () => 'own'),
        'down',
        'hanging',
        'healthy',
      ),
      remotesLoadingData: {
        chunkMapping: {},
        moduleIdToRemoteDataMapping: {
          ...{ 1: row('down'), 2: row('hanging'), 3: row('healthy') },
        },
      },
    });
    const init = (scope: ShareScope): void => {
      scope['react']!['19.1.0'] = { get: () => () => 'newer', from: 'healthy' };
    };
    const container = { get: async () => () => 1 };
    req.m['down'] = () => {
      throw new Error('down');
    };
    req.m['hanging'] = (module) => {
      module.exports = { ...container, init: () => new Promise(() => {}) };
    };
    req.m['healthy'] = (module) => {
      module.exports = { ...container, init };
    };
    install(req, config({ shareStrategy: 'version-first' }));
    return req;
  }

  it('asks all remotes, once, and for none longer than the deadline', async () => {
    jest.useFakeTimers();
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const req = threeRemotes();
    let done = false;
    const loading = loadChunk(req, 'share').then(() => (done = true));
    await jest.advanceTimersByTimeAsync(19_999);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await loading;
    expect(req('react')).toBe('newer');
    // The next does not wait again.
    await req.I('default');
    expect(jest.getTimerCount()).toBe(0);
    warn.mockRestore();
    jest.useRealTimers();
  });
});

describe('startup', () => {
  const flags = globalThis as unknown as { __CONTAINER__: boolean };
  // The runtime of a container never waits.
  beforeAll(() => (flags.__CONTAINER__ = false));
  afterAll(() => (flags.__CONTAINER__ = true));

  it('runs the entry at once when nothing has to be loaded, and after loading when something has', async () => {
    const order: string[] = [];
    const x = (): void => void order.push('entry');
    const plain = fakeRequire({ x });
    install(plain, config({ startup: [{ chunks: ['main'] }] }));
    plain.x!();
    expect(order).toEqual(['entry']);

    const factory = async (): Promise<ModuleFactory> => {
      order.push('react');
      return () => 1;
    };
    const req = fakeRequire({
      x,
      ...consumes(consume()),
      ...provides(provider('19.0.0', factory)),
    });
    install(req, config({ startup: [{ chunks: ['main'] }] }));
    await req.x!();
    expect(order).toEqual(['entry', 'react', 'entry']);
  });

  it('holds back an entry that arrives in a chunk of its own', async () => {
    const order: string[] = [];
    const factory = async (): Promise<ModuleFactory> => {
      order.push('react');
      return () => 1;
    };
    const req = fakeRequire({ ...consumes(consume()), ...provides(provider('19.0.0', factory)) });
    install(req, config({ startup: [{ chunks: ['main'], entries: ['entry'] }] }));
    expect(req.m['entry']).toBeUndefined();
    req.m['entry'] = (module) => {
      order.push('entry');
      module.exports = 'exports';
    };
    await expect(req('entry')).resolves.toBe('exports');
    expect(order).toEqual(['react', 'entry']);
    expect(req('entry')).toBe('exports');
  });
});
