/**
 * Counts requests that were refused: what comes in while a count is written is added to the next, so that a flood of forged
 * requests costs one write at a time for each source. A count that can't be written is kept for the next.
 */
export function createCountRefused(
  add: (account: number, sourceNo: number, count: number) => Promise<unknown>,
): (account: number, sourceNo: number) => void {
  const waiting = new Map<string, number>();
  const writing = new Set<string>();

  const write = async (key: string, account: number, sourceNo: number): Promise<void> => {
    writing.add(key);
    for (let count = waiting.get(key) ?? 0; count > 0; count = waiting.get(key) ?? 0) {
      waiting.delete(key);
      try {
        await add(account, sourceNo, count);
      } catch {
        waiting.set(key, (waiting.get(key) ?? 0) + count);
        break;
      }
    }
    writing.delete(key);
  };

  return (account, sourceNo) => {
    const key = `${account} ${sourceNo}`;
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
    if (!writing.has(key)) void write(key, account, sourceNo);
  };
}
