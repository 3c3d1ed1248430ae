/**
 * Reads that are asked for at the same time are made once: one of a key is under way, and who asks meanwhile shares the next, so
 * that nobody is answered with what was read before they asked. Two thousand webhooks at once ask for their source twice.
 */
export function createSharedRead<Value>(
  read: (account: number, no: number) => Promise<Value>,
): (account: number, no: number) => Promise<Value> {
  const underWay = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Value>>();

  const start = (key: string, account: number, no: number): Promise<Value> => {
    const value = read(account, no);
    const settled = value
      .catch(() => {})
      .then(() => {
        if (underWay.get(key) === settled) underWay.delete(key);
      });
    underWay.set(key, settled);
    return value;
  };

  return (account, no) => {
    const key = `${account} ${no}`;
    const waiting = next.get(key);
    if (waiting !== undefined) return waiting;
    const before = underWay.get(key);
    if (before === undefined) return start(key, account, no);
    const value = before.then(() => {
      next.delete(key);
      return start(key, account, no);
    });
    next.set(key, value);
    return value;
  };
}
