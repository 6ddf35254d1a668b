/** A memory of the keys used last. */
export type Recent<K, V> = { get(key: K): V | undefined; set(key: K, value: V): void };

/** Opens a memory of at most `most` keys; the one set longest ago makes room. */
export function recent<K, V>(most: number): Recent<K, V> {
  const kept = new Map<K, V>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
