import { install } from '../../src/bundler/index.ts';
import type { RuntimePlugin } from '../../src/hooks/RuntimePlugin.ts';
import { federationGlobal } from '../../src/protocol/globals.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';
import type { Container } from '../../src/protocol/container.ts';
import { fakeRequire, config, loadChunk } from './fakeRequire.ts';

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

  it('keeps keys apart from the names of the containers of others', () => {
    const req = fakeRequire(table);
    const of = (name: string) => ({
      sources: [{ name, entry: `/${name}.js`, type: 'script' as const }],
      shareScope: 'default',
    });
    install(req, { ...config(), remotes: { a: of('shop'), shop: of('other') } });
    const { remotes } = req.federation.instance!;
    expect(['a', 'shop'].map((key) => remotes.get(key)!.entry)).toEqual(['/shop.js', '/other.js']);
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

describe('plugins of the page', () => {
  const plugins = federationGlobal().__GLOBAL_PLUGIN__;

  afterEach(() => void (plugins.length = 0));

  it('see the instance of a build begin once, with all that it is made of', () => {
    const seen: unknown[] = [];
    const log: RuntimePlugin = {
      name: 'log',
      beforeInit(args) {
        const { name, remotes = [] } = args.userOptions;
        seen.push(['beforeInit', name, remotes.map((remote) => remote.name)]);
        return args;
      },
      init: ({ options }) => void seen.push(['init', options.shareStrategy]),
    };
    plugins.push(log);
    const req = fakeRequire({});
    const source = { name: 'shop', entry: '/remoteEntry.js', type: 'script' } as const;
    const remotes = { shop: { sources: [source], shareScope: 'default' } };
    install(req, config({ remotes, shareStrategy: 'version-first' }));
    expect(seen).toEqual([]);
    const { instance } = req.federation;
    expect(instance).toBe(req.federation.instance);
    expect(seen).toEqual([
      ['beforeInit', 'app', ['shop']],
      ['init', 'version-first'],
    ]);
  });

  it('that throw are told of it again, until the instance has its options', () => {
    let times = 0;
    plugins.push({
      name: 'throws once',
      beforeInit(args: object) {
        if (!times++) throw new Error('at first');
        return args;
      },
    });
    const req = fakeRequire({});
    const source = { name: 'shop', entry: '/remoteEntry.js', type: 'script' } as const;
    const remotes = { shop: { sources: [source], shareScope: 'default' } };
    install(req, config({ name: 'again', remotes }));
    expect(() => req.federation.instance).toThrow('at first');
    expect(req.federation.instance!.remotes.has('shop')).toBe(true);
  });

  it('see no second instance when a hot update runs the runtime anew', () => {
    const req = fakeRequire({});
    install(req, config({ name: 'hot' }));
    const { instance } = req.federation;
    instance!.registerRemotes([{ name: 'later', entry: '/later.js' }]);
    install(req, config({ name: 'hot' }));
    expect(req.federation.instance).toBe(instance);
    expect(instance!.remotes.has('later')).toBe(true);
  });
});
