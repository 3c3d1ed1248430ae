/** Accounts that are remembered: beyond it all are forgotten, which costs the next question of each a look. */
const remembered = 10_000;

/** Revs of accounts that do not move: as they were for two questions in a row. */
export interface StillRevs {
  /** Undefined: it is not known, or moved between the last two questions. */
  readonly of: (account: number) => number | undefined;
  readonly note: (account: number, rev: number) => void;
  readonly forget: (account: number) => void;
}

export function createStillRevs(): StillRevs {
  const known = new Map<number, { readonly rev: number; readonly still: boolean }>();
  return {
    of: (account) => {
      const entry = known.get(account);
      return entry?.still === true ? entry.rev : undefined;
    },
    note: (account, rev) => {
      if (known.size >= remembered && !known.has(account)) known.clear();
      known.set(account, { rev, still: known.get(account)?.rev === rev });
    },
    forget: (account) => void known.delete(account),
  };
}
