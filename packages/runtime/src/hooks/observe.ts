/**
 * All that the floors above do with hooks. In a runtime without plugins nobody is told anything, and what would have
 * been told is never made.
 */
import type { ModuleFederation } from '../host.ts';
import type { ErrorLoadRemote } from './events.ts';
import type { Hook, HookKind, Listener } from './Hook.ts';
import type { Events } from './lifecycle.ts';

type Name = keyof Events;
type EventOf<N extends Name> = Parameters<Events[N]['emit']>[0];
type AnswerOf<N extends Name> = ReturnType<Events[N]['emit']>;

/** `event` and more. Where nobody reads the result the build of this package leaves the call out. */
export function extend<A extends object, B extends object>(event: A, more: B | undefined): A & B {
  return Object.assign({}, event, more) as A & B;
}

/** What is made for listeners alone: nothing in a runtime without plugins, which then reads none of it. */
export function told<E>(event: () => E): E {
  return (__PLUGINS__ ? event() : undefined) as E;
}

/** Tells the listeners of a hook. @returns what they answer */
export function emit<N extends Name>(
  origin: ModuleFederation,
  name: N,
  event: EventOf<N>,
): AnswerOf<N> | undefined {
  return __PLUGINS__ ? (hookOf(origin, name).emit(event) as AnswerOf<N>) : undefined;
}

/** Lets the listeners of a waterfall change `data`. @param rest of what they are told */
export function filter<N extends Name, Data extends Partial<EventOf<N>>>(
  origin: ModuleFederation,
  name: N,
  data: Data,
  rest: Omit<EventOf<N>, keyof Data>,
): AnswerOf<N> extends Promise<unknown> ? Promise<Data> : Data {
  const result: unknown = __PLUGINS__ ? hookOf(origin, name).emit(extend(rest, data)) : data;
  return result as AnswerOf<N> extends Promise<unknown> ? Promise<Data> : Data;
}

/**
 * Does something, and tells a hook how it went: the event gets the `error`, or the result under a name.
 * @param after and the field of its event that gets the result, if any does
 */
export function observe<N extends Name, T>(
  origin: ModuleFederation,
  after: [hook: N, field?: string],
  event: EventOf<N>,
  run: () => T | Promise<T>,
): T | Promise<T> {
  return __PLUGINS__ ? watch(hookOf(origin, after[0]), event as object, run, after[1]) : run();
}

async function watch<T>(
  after: Hook<HookKind, Listener>,
  event: object,
  run: () => T | Promise<T>,
  field?: string,
): Promise<T> {
  const outcome = event as Record<string, unknown>;
  try {
    const result = await run();
    if (field) outcome[field] = result;
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
  if (!__PLUGINS__) throw error;
  const from = 'runtime';
  const stand = await emit(
    origin,
    'errorLoadRemote',
    Object.assign({ from }, event, { origin, lifecycle, error }) as ErrorLoadRemote,
  );
  if (!stand) throw error;
  return stand;
}

function hookOf(origin: ModuleFederation, name: Name): Hook<HookKind, Listener> {
  return origin.events[name] as Hook<HookKind, Listener>;
}
