import type { Compiler } from '@rspack/core';
import { noticeLazyCompilation } from '../src/lazyCompilation.ts';

it.each([
  [undefined, 0],
  [false, 0],
  [{}, 1],
  [{ imports: true, entries: false }, 1],
  [{ imports: false }, 0],
  [{ serverUrl: 'http://localhost:3001' }, 0],
])('of lazyCompilation %j users are told %s times', (lazyCompilation, count) => {
  let watchRun = (): void => {};
  const hooks = { watchRun: { tap: (_: string, run: () => void) => void (watchRun = run) } };
  const options: { lazyCompilation?: unknown } = {};
  const told: string[] = [];
  noticeLazyCompilation({ hooks, options } as unknown as Compiler, (text) => told.push(text));
  // As the server does, late.
  options.lazyCompilation = lazyCompilation;
  watchRun();
  watchRun();
  expect(told).toHaveLength(count);
});
