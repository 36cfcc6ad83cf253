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
export class Hook<Kind extends HookKind, Fn extends Listener> {
  readonly listeners: Set<Fn> = new Set();
  readonly type: string;
  private readonly isAsync: boolean;
  private readonly isWaterfall: boolean;

  constructor(type: string, isAsync: boolean, isWaterfall: boolean) {
    this.type = type;
    this.isAsync = isAsync;
    this.isWaterfall = isWaterfall;
  }

  on(listener: Fn): void {
    if (typeof listener === 'function') this.listeners.add(listener);
  }

  once(listener: Fn): void {
    const wrapper = ((...args: Parameters<Fn>) => {
      this.remove(wrapper);
      return listener(...args) as unknown;
    }) as Fn;
    this.on(wrapper);
  }

  remove(listener: Fn): void {
    this.listeners.delete(listener);
  }

  removeAll(): void {
    this.listeners.clear();
  }

  /** @throws what a listener throws, and when one of a waterfall returns something without the fields it was given */
  emit(...args: Parameters<Fn>): Result<Kind, Fn> {
    const { isAsync, isWaterfall } = this;
    let result: unknown;
    // Mostly nobody listens.
    if (!this.listeners.size && !isAsync)
      return (isWaterfall ? args[0] : result) as Result<Kind, Fn>;
    const queue = Array.from(this.listeners);
    const next = (returned?: unknown): unknown => {
      // Of an async one `false` ends it, and what was given is no result.
      if (returned !== undefined && !(isAsync && returned === args[0])) {
        if (isWaterfall) args[0] = this.complete(returned, args[0] as object);
        result = returned;
      }
      const listener = isAsync && result === false ? undefined : queue.shift();
      if (!listener) return isWaterfall ? args[0] : result;
      const answer: unknown = listener(...args);
      return isAsync ? Promise.resolve(answer).then(next) : next(answer);
    };
    return (isAsync ? new Promise((resolve) => resolve(next())) : next()) as Result<Kind, Fn>;
  }

  private complete(returned: unknown, given: object): unknown {
    for (const key in given) {
      if (key in Object(returned)) continue;
      throw new Error('[ Federation Runtime ]: no "' + key + '" is returned by ' + this.type);
    }
    return returned;
  }
}
