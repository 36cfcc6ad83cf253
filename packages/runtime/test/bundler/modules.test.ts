import { createLoader, type Installed } from '../../src/bundler/modules.ts';
import type { ModuleFactory } from '../../src/protocol/container.ts';
import { fakeRequire } from './fakeRequire.ts';

type Arrive = (factory: ModuleFactory) => void;

/** What `f.remote` does with the remote module `shop/x`, and what happens when its remote is replaced. */
function loading(): { ask: () => Promise<unknown>[]; arrivals: Arrive[]; forget: () => void } {
  const req = fakeRequire({});
  const installed: Installed = Object.create(null);
  const load = createLoader(req, installed);
  const arrivals: Arrive[] = [];
  const ask = (): Promise<unknown>[] => {
    const promises: Promise<unknown>[] = [];
    load('x', promises, () => new Promise((resolve) => arrivals.push(resolve)));
    return promises.map((promise) => promise.then(() => req('x')));
  };
  return { ask, arrivals, forget: () => delete installed['x'] };
}

test('a module that arrives when its remote was replaced gives way to the new one', async () => {
  const { ask, arrivals, forget } = loading();
  const [before] = ask();
  forget();
  const [after] = ask();
  arrivals[1]!(() => 'new');
  expect(await after).toBe('new');
  arrivals[0]!(() => 'old');
  expect(await before).toBe('new');
  expect(ask()).toEqual([]);
});

test('whoever waited for a module of a remote that was replaced loads the new one', async () => {
  const { ask, arrivals, forget } = loading();
  const [before] = ask();
  forget();
  arrivals[0]!(() => 'old');
  await new Promise((done) => setTimeout(done));
  arrivals[1]?.(() => 'new');
  expect(await before).toBe('new');
});
