import { install } from '../../src/bundler/index.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';
import type { Container, ModuleFactory, ShareScope } from '../../src/protocol/container.ts';
import { config, consume, consumes, fakeRequire, provider, provides } from './fakeRequire.ts';

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
