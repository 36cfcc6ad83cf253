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
  private readonly kind: Kind;

  constructor(type: string, kind: Kind) {
    this.type = type;
    this.kind = kind;
  }

  on(listener: Fn): void {
    if (typeof listener === 'function') this.listeners.add(listener);
  }

  once(listener: Fn): void {
    const wrapper = ((...args: Parameters<Fn>) => {
      this.listeners.delete(wrapper);
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
    const { kind } = this;
    const waterfall = kind.endsWith('Waterfall');
    const emit = kind.startsWith('async') ? emitAsync : emitSync;
    return emit(this as unknown as AnyHook, args, waterfall) as Result<Kind, Fn>;
  }
}

type AnyHook = Hook<HookKind, Listener>;

function emitSync(hook: AnyHook, args: unknown[], waterfall: boolean): unknown {
  let result: unknown;
  for (const listener of hook.listeners) {
    const returned: unknown = listener(...args);
    if (returned !== undefined) result = waterfall ? pass(hook, args, returned) : returned;
  }
  return waterfall ? args[0] : result;
}

/** `false` ends it. */
async function emitAsync(hook: AnyHook, args: unknown[], waterfall: boolean): Promise<unknown> {
  let result: unknown;
  for (const listener of Array.from(hook.listeners)) {
    const returned: unknown = await listener(...args);
    if (returned === undefined || (args.length === 1 && returned === args[0])) continue;
    result = waterfall ? pass(hook, args, returned) : returned;
    if (result === false) break;
  }
  return waterfall ? args[0] : result;
}

/** What one listener of a waterfall returned is what the next is given. */
function pass({ type }: AnyHook, args: unknown[], result: unknown): unknown {
  for (const key in args[0] as object) {
    if (key in Object(result)) continue;
    throw new Error(`[ Federation Runtime ]: a plugin returned no "${key}" from "${type}"`);
  }
  return (args[0] = result);
}
