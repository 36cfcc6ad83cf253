import { install } from '../../src/bundler/index.ts';
import type { WebpackRequire } from '../../src/bundler/require.ts';
import type { ShareScope } from '../../src/protocol/container.ts';
import {
  fakeRequire,
  config,
  provider,
  consume,
  consumes,
  provides,
  loadChunk,
} from './fakeRequire.ts';

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
    await jest.advanceTimersByTimeAsync(9_999);
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
