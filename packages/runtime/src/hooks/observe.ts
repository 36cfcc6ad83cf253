import type { ModuleFederation } from '../host.ts';
import type { ErrorLoadRemote } from './events.ts';
import type { Hook, Listener } from './Hook.ts';

/** `event` and more. */
export function extend<A extends object, B extends object>(event: A, more: B | undefined): A & B {
  return Object.assign({}, event, more) as A & B;
}

/**
 * Does something, and tells a hook how it went: the event gets the `error`, or the result under a name.
 * @param name without one the hook is not told the result
 */
export async function observe<T>(
  after: Hook<'async', Listener>,
  event: object,
  name: string,
  run: () => T | Promise<T>,
): Promise<T> {
  const outcome = event as Record<string, unknown>;
  try {
    const result = await run();
    if (name) outcome[name] = result;
    return result;
  } catch (error) {
    outcome['error'] = error;
    throw error;
  } finally {
    await after.emit(outcome);
  }
}

/** Asks the plugins for what may stand in for something that failed. @throws the error when they have nothing */
export async function recover(
  origin: ModuleFederation,
  lifecycle: ErrorLoadRemote['lifecycle'],
  error: unknown,
  event: Pick<ErrorLoadRemote, 'id'> & Partial<ErrorLoadRemote>,
): Promise<unknown> {
  const from = 'runtime';
  const failed = Object.assign({ from }, event, { origin, lifecycle, error }) as ErrorLoadRemote;
  const stand = await origin.events.errorLoadRemote.emit(failed);
  if (!stand) throw error;
  return stand;
}
