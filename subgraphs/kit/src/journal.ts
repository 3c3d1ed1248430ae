import { type Statement, statementOf, type Transaction } from './database.ts';

/**
 * Every fact is appended once, in the transaction of its effect, stamped with the `rev` of its (owner, account).
 * The rev comes from one counter row, whose lock makes the order of revs the order of commits. Whoever reacts reads
 * "after rev N", whole revs only, and keeps N in its own database in the transaction of its reaction.
 */
export interface JournalEntry {
  /** What happened, in capitals, for example `ADDRESS_INTRODUCED`. Readers pass over kinds they do not know. */
  readonly kind: string;
  readonly [detail: string]: unknown;
}

export interface JournalPage {
  /** The page is complete up to and including this rev. */
  readonly rev: number;
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Whether there were newer revs when this page was read. */
  readonly more: boolean;
  /** Rev of the last change of who is shown as whom, of a part that decides it; `rev` where it came after this page. */
  readonly moved?: number;
}

export interface JournalHead {
  readonly account: number;
  readonly rev: number;
  /** When the rev was reached, in milliseconds since 1970 by the owner's database. */
  readonly changedAt: number;
}

/** The journal of one part, in this process or another. */
export interface Journal {
  /** Accounts that changed at or after a moment, each with its newest rev. */
  readonly heads: (since: number) => Promise<readonly JournalHead[]>;
  /**
   * What happened after a rev. A page is complete whatever is left out of it.
   * @param kinds only entries of these. Default: all but those a part tells only to who asks for them, as channels do activity
   */
  readonly after: (account: number, rev: number, kinds?: readonly string[]) => Promise<JournalPage>;
  /** Resolves when something was committed, at the latest after `wait` milliseconds. May resolve for nothing. */
  readonly change: (wait: number) => Promise<void>;
}

/**
 * One write of the closing statement: an insert or update that may use `stamp.rev` and its own values as $1, $2, …
 * With a `returning` clause its rows come back under its name.
 */
export interface JournalWrite {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * Done before the rev is taken, which it therefore cannot use: for what locks rows that other transactions lock before they
   * take theirs. Without it two of them may wait for each other.
   */
  readonly first?: true;
}

/** Rows of a batch: more than this in one transaction makes other writers of the account wait too long. */
export const batchLimit = 5_000;

export interface Stamped {
  readonly rev: number;
  /** Rows returned by the writes that return some, by the write's name. */
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

/**
 * The last statement of a transaction: takes the account's next rev and makes the writes that carry it, all in one round
 * trip, so that the lock on the counter is held for the length of the commit only. (One account, 16 connections: lock
 * first 0.9k transactions/s, in one statement at the end 3.5 to 4k.)
 */
export async function appendToJournal(
  tx: Pick<Transaction, 'query'>,
  account: number,
  writes: readonly JournalWrite[],
): Promise<Stamped> {
  const values: unknown[] = [account];
  const parts = writes.map((write) => {
    const shift = values.length;
    values.push(...write.values);
    return {
      name: write.name,
      first: write.first === true,
      text: write.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`),
    };
  });
  const returning = parts.filter((part) => /\breturning\b/i.test(part.text));
  const [row] = await tx.query<Record<string, unknown> & { rev: number }>(closingStatement(parts, returning), values);
  if (row === undefined) throw new Error('the journal gave no rev');
  const rows = Object.fromEntries(returning.map(({ name }) => [name, rowsOf(row[name])]));
  return { rev: row.rev, rows };
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly first: boolean;
}

function closingStatement(parts: readonly Part[], returning: readonly Part[]): Statement {
  const first = parts.filter((part) => part.first);
  const done = first.map(({ name }) => `(select count(*) from ${name})`).join(' + ');
  const stamp = `stamp as (
  insert into journal_head as head (account_id, rev, changed_at) select $1::int, 1, clock_timestamp()${done === '' ? '' : ` where ${done} >= 0`}
  on conflict (account_id) do update set rev = head.rev + 1, changed_at = clock_timestamp() returning rev)`;
  const answers = returning.map(({ name }) => `(select json_agg(row_to_json(${name})) from ${name}) as "${name}"`);
  return statementOf(
    `/* journal: ${parts.map((part) => part.name).join(', ')} */\nwith ${[...first.map(asCte), stamp, ...parts.filter((part) => !part.first).map(asCte)].join(',\n')}\nselect ${['(select rev from stamp) as rev', ...answers].join(', ')}`,
  );
}

const asCte = ({ name, text }: Part): string => `${name} as (\n${text})`;

const rowsOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);

/** Most entries of one page; one that is a single rev may have more. */
export const pageLimit = 6_000;

/**
 * A page of whole revs out of the first `pageLimit` entries in the order of their revs and those of the same rev as the last of
 * them, read in one snapshot with `head`. The last rev is left for the next page, so that a page is no larger than the limit; a
 * rev that is larger by itself, as of an import whose rows have many identifiers, is a page of its own.
 * @param moved read in the same snapshot, by a part that decides who is shown as whom
 */
export function pageOf<Entry extends JournalEntry>(
  entries: readonly { readonly rev: number; readonly entry: Entry }[],
  head: number,
  moved = 0,
): JournalPage {
  const [first, last] = [entries.at(0)?.rev, entries.at(-1)?.rev];
  if (first === undefined || last === undefined || entries.length < pageLimit)
    return { rev: head, entries: entries.map(({ entry }) => entry), more: false, moved };
  const end = first === last ? last : last - 1;
  const whole = entries.filter(({ rev }) => rev <= end);
  return { rev: end, entries: whole.map(({ entry }) => entry), more: end < head, moved: Math.min(moved, end) };
}
