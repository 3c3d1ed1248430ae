/** Least and most rev that reads knew of: two where it moved between them. */
export type RevRange = readonly [least: number, most: number];

/**
 * Which merges the reads behind an answer knew of, as revs of identity's journal: each the last at which somebody was shown as another
 * one, or no more, or an identifier became somebody else's. An answer whose reads knew of different ones is of contacts that never were
 * together. Contacts that are new, and what is said of contacts, move nobody: they may change all the time, and nobody waits for it.
 */
export interface AsOf {
  /** Called with each read that tells of contacts as they are shown. */
  readonly note: (rev: number) => void;
  /** Null: nothing was read that tells of them. */
  readonly range: () => RevRange | null;
}

export function createAsOf(): AsOf {
  let range: RevRange | null = null;
  return {
    note: (rev) => {
      const [least, most] = range ?? [rev, rev];
      range = [Math.min(least, rev), Math.max(most, rev)];
    },
    range: () => range,
  };
}

/**
 * SQL for the last of them that a part of the system has folded of account $1. To be told by the statement that reads what follows from
 * it: asked apart it may have moved.
 */
export const foldedSql =
  "coalesce((select moved_rev from journal_fold where part = 'identity' and account_id = $1), 0)";
