/** Values kept by operation until the schema changes. */
export interface OperationCache<Value> {
  readonly get: (key: string) => Value | undefined;
  /** The oldest is dropped for it when the cache is full: of hot operations that costs one compilation. */
  readonly set: (key: string, value: Value) => void;
  readonly clear: () => void;
  /** Grows with each `clear`. */
  readonly generation: number;
}

export function createOperationCache<Value>(limit: number): OperationCache<Value> {
  const values = new Map<string, Value>();
  let generation = 0;
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      const [oldest] = values.keys();
      if (oldest !== undefined && values.size >= limit && !values.has(key)) values.delete(oldest);
      values.set(key, value);
    },
    clear: () => {
      values.clear();
      generation++;
    },
    get generation() {
      return generation;
    },
  };
}
