interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What is known of `key`, else what `ask` answers, which is then known. */
export function once<Key, Value>(known: Known<Key, Value>, key: Key, ask: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = ask();
    known.set(key, value);
  }
  return value;
}
