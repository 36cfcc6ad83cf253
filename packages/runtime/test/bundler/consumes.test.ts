import { install } from '../../src/bundler/index.ts';
import type { ModuleFactory } from '../../src/protocol/container.ts';
import {
  fakeRequire,
  config,
  provider,
  consume,
  consumes,
  provides,
  loadChunk,
} from './fakeRequire.ts';

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
