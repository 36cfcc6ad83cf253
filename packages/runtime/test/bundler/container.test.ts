import { install } from '../../src/bundler/index.ts';
import type { ShareEntry, ShareScope } from '../../src/protocol/container.ts';
import { fakeRequire, config, provider, provides } from './fakeRequire.ts';

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

  it('forgets who asked for an expose that throws at once', async () => {
    const load = (): never => {
      throw new Error('no such module');
    };
    const req = fakeRequire({
      initializeExposesData: { moduleMap: { './gone': load }, shareScope: 'default' },
    });
    install(req, config());
    expect(() => req.getContainer('./gone', ['a scope'])).toThrow('no such module');
    expect(req.R).toBeUndefined();
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
