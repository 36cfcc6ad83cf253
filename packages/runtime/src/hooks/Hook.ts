// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a listener of any arguments
export type Listener = (...args: any[]) => any;

/**
 * How the listeners of a hook work together: `sync` and `async` run all of them and yield the last result,
 * the waterfalls hand the result of each to the next.
 */
export type HookKind = 'sync' | 'async' | 'syncWaterfall' | 'asyncWaterfall';

type Result<Kind extends HookKind, Fn extends Listener> = Kind extends 'sync'
  ? ReturnType<Fn> | undefined
  : Kind extends 'async'
    ? Promise<Awaited<ReturnType<Fn>> | undefined>
    : Kind extends 'syncWaterfall'
      ? Parameters<Fn>[0]
      : Promise<Parameters<Fn>[0]>;

/** One event that plugins listen to. */
export interface Hook<Kind extends HookKind, Fn extends Listener> {
  readonly type: string;
  readonly listeners: Set<Fn>;
  on(listener: Fn): void;
  once(listener: Fn): void;
  remove(listener: Fn): void;
  removeAll(): void;
  /** @throws what a listener throws, and when one of a waterfall returns something without the fields it was given */
  emit(...args: Parameters<Fn>): Result<Kind, Fn>;
}

export function createHook(
  type: string,
  isAsync: boolean,
  isWaterfall: boolean,
): Hook<HookKind, Listener> {
  const listeners = new Set<Listener>();
  const hook: Hook<HookKind, Listener> = {
    type,
    listeners,
    on(listener) {
      if (typeof listener === 'function') listeners.add(listener);
    },
    once(listener) {
      const wrapper: Listener = (...args) => {
        listeners.delete(wrapper);
        return listener(...args) as unknown;
      };
      hook.on(wrapper);
    },
    remove: (listener) => void listeners.delete(listener),
    removeAll: () => listeners.clear(),
    emit(...args) {
      let result: unknown;
      // Mostly nobody listens.
      if (!listeners.size && !isAsync) return isWaterfall ? (args[0] as unknown) : result;
      const queue = Array.from(listeners);
      const next = (returned?: unknown): unknown => {
        // Of an async one `false` ends it, and what was given is no result.
        if (returned !== undefined && !(isAsync && returned === args[0])) {
          if (isWaterfall) args[0] = complete(type, returned, args[0] as object);
          result = returned;
        }
        const listener = isAsync && result === false ? undefined : queue.shift();
        if (!listener) return isWaterfall ? args[0] : result;
        const answer: unknown = listener(...args);
        return isAsync ? Promise.resolve(answer).then(next) : next(answer);
      };
      return isAsync ? new Promise((resolve) => resolve(next())) : next();
    },
  };
  return hook;
}

function complete(type: string, returned: unknown, given: object): unknown {
  for (const key in given) {
    if (key in Object(returned)) continue;
    throw new Error('[ Federation Runtime ]: ' + type + ' lost ' + key);
  }
  return returned;
}
