import { installEntries } from '../../src/bundler/entries.ts';
import { install } from '../../src/bundler/index.ts';
import type { ModuleFactory } from '../../src/protocol/container.ts';
import { config, consume, consumes, fakeRequire, provider, provides } from './fakeRequire.ts';

describe('startup', () => {
  const flags = globalThis as unknown as { __CONTAINER__: boolean };
  // The runtime of a container never waits.
  beforeAll(() => (flags.__CONTAINER__ = false));
  afterAll(() => (flags.__CONTAINER__ = true));

  it('runs the entry at once when nothing has to be loaded, and after loading when something has', async () => {
    const order: string[] = [];
    const x = (): void => void order.push('entry');
    const plain = fakeRequire({ x });
    install(plain, config({ startup: ['main'] }));
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
    install(req, config({ startup: ['main'] }));
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
    installEntries(req, [{ entries: ['entry'], chunks: ['main'] }]);
    install(req, config());
    expect(req.m['entry']).toBeUndefined();
    req.m['entry'] = (module) => {
      order.push('entry');
      module.exports = 'exports';
    };
    await expect(req('entry')).resolves.toBe('exports');
    expect(order).toEqual(['react', 'entry']);
    expect(req('entry')).toBe('exports');
  });

  it('holds back an entry that arrived before the handlers', async () => {
    const order: string[] = [];
    const req = fakeRequire({
      ...consumes(consume()),
      ...provides(provider('19.0.0', () => () => 1)),
    });
    installEntries(req, [{ entries: ['entry'], chunks: ['main'] }]);
    req.m['entry'] = () => void order.push('entry');
    const exports = req('entry');
    expect(order).toEqual([]);
    install(req, config());
    await exports;
    expect(order).toEqual(['entry']);
  });

  it('lets what several entries start with wait for the one that is there', async () => {
    const order: string[] = [];
    const consumed = {
      chunkMapping: { here: [], elsewhere: ['react'] },
      moduleIdToConsumeDataMapping: { react: consume() },
      initialConsumes: [],
    };
    const req = fakeRequire({ consumesLoadingData: consumed });
    installEntries(req, [
      { entries: ['setup', 'other'], chunks: ['elsewhere'] },
      { entries: ['setup', 'entry'], chunks: ['here'] },
    ]);
    install(req, config());
    for (const id of ['setup', 'entry']) req.m[id] = () => void order.push(id);
    await Promise.all([req('setup'), req('entry')]);
    expect(order).toEqual(['setup', 'entry']);
  });
});
