/** Numbers of addresses that a process has read: to read them again took PostgreSQL a quarter of all it does for an event. */
export interface RememberedAddresses {
  readonly numberOf: (account: number, value: string) => number | undefined;
  /** To be called with what was read or is committed: what a transaction writes may be taken back. */
  readonly keep: (account: number, value: string, no: number) => void;
  /**
   * Forgets the account's addresses if one of them was changed or taken away since they were kept, for example by an erasure.
   * @param changes how often addresses of the account were, read before what is kept next
   * @returns false when they were forgotten
   */
  readonly keepUp: (account: number, changes: number) => boolean;
}

type Numbers = Map<number, Map<string, number>>;

/**
 * At most `limit` addresses of all accounts together, of some 100 bytes each. Those used last stay: they are kept in two halves, and
 * when the younger one is full, the older one is let go, so that nothing is moved but what is used again.
 */
export function createRememberedAddresses(limit = 500_000): RememberedAddresses {
  const changesOf = new Map<number, number>();
  let young: Numbers = new Map();
  let old: Numbers = new Map();
  let size = 0;

  const keep = (account: number, value: string, no: number): void => {
    if (size >= limit / 2) {
      old = young;
      young = new Map();
      size = 0;
      for (const each of changesOf.keys()) if (!old.has(each)) changesOf.delete(each);
    }
    const own = young.get(account);
    if (own === undefined) young.set(account, new Map([[value, no]]));
    else own.set(value, no);
    size += 1;
  };

  return {
    keep,
    numberOf: (account, value) => {
      const no = young.get(account)?.get(value);
      if (no !== undefined) return no;
      const before = old.get(account)?.get(value);
      if (before !== undefined) keep(account, value, before);
      return before;
    },
    keepUp: (account, changes) => {
      const before = changesOf.get(account);
      changesOf.set(account, changes);
      if (before === changes) return true;
      // What is kept of an account whose count was let go may be older than this one.
      const [younger, older] = [young.delete(account), old.delete(account)];
      return !younger && !older;
    },
  };
}
