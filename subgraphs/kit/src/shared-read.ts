/**
 * Reads that are asked for at the same time are made once: one of a key is under way, and who asks meanwhile shares the next, so
 * that nobody is answered with what was read before they asked. Two thousand webhooks at once ask for their source twice.
 */
export function createSharedRead<Key extends readonly number[], Value>(
  read: (...key: Key) => Promise<Value>,
): (...key: Key) => Promise<Value> {
  const underWay = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Value>>();

  const start = (key: string, parts: Key): Promise<Value> => {
    const value = read(...parts);
    const settled = value
      .catch(() => {})
      .then(() => {
        if (underWay.get(key) === settled) underWay.delete(key);
      });
    underWay.set(key, settled);
    return value;
  };

  return (...parts) => {
    const key = parts.join(' ');
    const waiting = next.get(key);
    if (waiting !== undefined) return waiting;
    const before = underWay.get(key);
    if (before === undefined) return start(key, parts);
    const value = before.then(() => {
      next.delete(key);
      return start(key, parts);
    });
    next.set(key, value);
    return value;
  };
}
