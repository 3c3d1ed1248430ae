/** Gives the answer of a read, its own or one shared with identical reads. */
export type IdenticalReads<Answer> = (key: string, read: () => Promise<Answer>) => Promise<Answer>;

interface Reads<Answer> {
  readonly underWay: Set<Promise<unknown>>;
  /** Not sent yet; whoever asks until then shares it. */
  next: Promise<Answer> | null;
}

/**
 * Keeps a flood of identical reads from being asked each for itself. A read is shared only while it is not sent: one that is
 * under way may have been answered from before a write that its new asker has seen acknowledged.
 * @param limit reads of a key under way at a time; up to it nobody waits
 */
export function createIdenticalReads<Answer>(limit: number): IdenticalReads<Answer> {
  const keys = new Map<string, Reads<Answer>>();

  const start = (key: string, reads: Reads<Answer>, read: () => Promise<Answer>): Promise<Answer> => {
    const answer = read();
    const ended = answer.then(
      () => {},
      () => {},
    );
    reads.underWay.add(ended);
    void ended.then(() => {
      reads.underWay.delete(ended);
      if (reads.underWay.size === 0 && reads.next === null) keys.delete(key);
    });
    return answer;
  };

  return (key, read) => {
    const reads = keys.get(key) ?? { underWay: new Set(), next: null };
    keys.set(key, reads);
    if (reads.next !== null) return reads.next;
    if (reads.underWay.size < limit) return start(key, reads, read);
    reads.next = Promise.race(reads.underWay).then(() => {
      reads.next = null;
      return start(key, reads, read);
    });
    return reads.next;
  };
}
