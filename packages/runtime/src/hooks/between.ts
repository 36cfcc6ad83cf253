import type { Hook, Listener } from './Hook.ts';

/** `event` and more. */
export function extend<A extends object, B extends object>(event: A, more: B): A & B {
  return Object.assign({}, event, more);
}

/** Does something, and tells a hook how it went: the event with the result under a name, or with the `error`. */
export async function between<T>(
  after: Hook<'async', Listener>,
  event: object,
  name: string,
  run: () => T | Promise<T>,
): Promise<T> {
  let result: T;
  try {
    result = await run();
  } catch (error) {
    await after.emit(extend(event, { error }));
    throw error;
  }
  await after.emit(extend(event, { [name]: result }));
  return result;
}
