import { spawn, type StdioOptions } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspace.ts';

/** Tests wait for pages about as long as they compute. */
const LANES = 2;

/** Does something with each item, two at a time. @returns the results in the order of the items */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item, lane: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // All lanes take from it.
  const rest = items.entries();
  const run = async (lane: number): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item, lane);
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)));
  return results;
}

/** What differs from one run of jest to the other. */
interface JestRun {
  /** Has ports, and with them a folder, of its own. */
  readonly lane: number;
  readonly env?: Readonly<Record<string, string>>;
  /** @default 'inherit' */
  readonly stdio?: StdioOptions;
}

/** Runs jest. @returns its exit code */
export function runJest(
  args: readonly string[],
  { lane, env, stdio = 'inherit' }: JestRun,
): Promise<number> {
  const file = join(root, 'node_modules/jest/bin/jest.js');
  const ports = { FIXTURES_FIRST_PORT: String(4400 + 3000 * lane) };
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...ports, ...env },
    stdio,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
