import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

/** What one source sent within a batch. */
export interface SourceTally {
  readonly sourceNo: number;
  /** Everything its requests held, understood or not. */
  readonly received: number;
  /** Names of what is no activity here, one for each time it came. */
  readonly skipped: readonly string[];
}

export interface SkippedEvent {
  readonly sourceNo: number;
  readonly name: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Names kept of one source; what comes under further ones is counted together. */
const nameLimit = 100;
const nameLength = 100;
const otherNames = '(other)';

const addition = `on conflict (account_id, source_no) do update set received = c.received + excluded.received, fresh = c.fresh + excluded.fresh,
      duplicates = c.duplicates + excluded.duplicates, skipped = c.skipped + excluded.skipped,
      last_event_at = greatest(c.last_event_at, excluded.last_event_at)`;
const columns = 'account_id, source_no, received, fresh, duplicates, skipped, last_event_at';

/**
 * Adds to the counts of sources where every event of the batch is new.
 * @param fresh numbers of the sources of those that are kept
 */
export const sourceCountWrite = (
  account: number,
  now: Date,
  tallies: readonly SourceTally[],
  fresh: readonly { readonly sourceNo: number }[],
): JournalWrite => ({
  name: 'source_counts',
  text: `insert into source_count as c (${columns})
    select $1::int, s.no, s.received, s.fresh, s.received - s.skipped - s.fresh, s.skipped, $2::timestamptz
    from unnest($3::int[], $4::bigint[], $5::bigint[], $6::bigint[]) as s(no, received, skipped, fresh)
    ${addition}`,
  values: [
    ...valuesOf(account, now, tallies),
    tallies.map((tally) => fresh.filter(({ sourceNo }) => sourceNo === tally.sourceNo).length),
  ],
});

/**
 * Adds to the counts of sources, by what the closing statement inserted: events that were there before are duplicates.
 * @param events ids of the batch, each once, and the numbers of their sources
 * @param inserted names of the writes of the same statement that return the ids they inserted
 */
export const sourceCountOfNewWrite = (
  account: number,
  now: Date,
  tallies: readonly SourceTally[],
  events: readonly { readonly eventId: string; readonly sourceNo: number }[],
  inserted: readonly string[],
): JournalWrite => ({
  name: 'source_counts',
  text: `insert into source_count as c (${columns})
    select $1::int, s.no, s.received, f.fresh, s.received - s.skipped - f.fresh, s.skipped, $2::timestamptz
    from unnest($3::int[], $4::bigint[], $5::bigint[]) as s(no, received, skipped)
    cross join lateral (select count(*) as fresh from unnest($6::uuid[], $7::int[]) as e(id, no)
      where e.no = s.no and e.id in (${inserted.map((name) => `select event_id from ${name}`).join(' union all ')})) f
    ${addition}`,
  values: [
    ...valuesOf(account, now, tallies),
    plainArray(events.map(({ eventId }) => eventId)),
    plainArray(events.map(({ sourceNo }) => sourceNo)),
  ],
});

const valuesOf = (account: number, now: Date, tallies: readonly SourceTally[]): unknown[] => [
  account,
  now,
  tallies.map(({ sourceNo }) => sourceNo),
  tallies.map(({ received }) => received),
  tallies.map(({ skipped }) => skipped.length),
];

const names: Statement = {
  name: 'source_skipped_names',
  text: '/* source_skipped_names */ select source_no as "sourceNo", name from source_skipped where account_id = $1 and source_no = any($2::int[])',
};

/** Counts what was skipped, by name. Null when nothing was. */
export async function skippedWrite(
  tx: Transaction,
  account: number,
  tallies: readonly SourceTally[],
): Promise<JournalWrite | null> {
  const odd = tallies.filter(({ skipped }) => skipped.length > 0);
  if (odd.length === 0) return null;
  const sourceNos = odd.map(({ sourceNo }) => sourceNo);
  const known = new Map(sourceNos.map((no) => [no, new Set<string>()]));
  for (const { sourceNo, name } of await tx.query<{ sourceNo: number; name: string }>(names, [account, sourceNos]))
    known.get(sourceNo)?.add(name);
  const rows = odd.flatMap(({ sourceNo, skipped }) => {
    const kept = known.get(sourceNo) ?? new Set();
    const counts = new Map<string, number>();
    for (const given of skipped) {
      const name = given.replaceAll('\u0000', '').slice(0, nameLength);
      if (!kept.has(name) && kept.size < nameLimit) kept.add(name);
      const place = kept.has(name) ? name : otherNames;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return [...counts].map(([name, count]) => ({ sourceNo, name, count }));
  });
  return {
    name: 'source_skipped_counts',
    text: `insert into source_skipped as s (account_id, source_no, name, count, first_at, last_at)
      select $1::int, n.no, n.name, n.count, $2::timestamptz, $2::timestamptz
      from unnest($3::int[], $4::text[], $5::bigint[]) as n(no, name, count)
      on conflict (account_id, source_no, name) do update set count = s.count + excluded.count, last_at = excluded.last_at`,
    values: [
      account,
      tx.now,
      rows.map(({ sourceNo }) => sourceNo),
      rows.map(({ name }) => name),
      rows.map(({ count }) => count),
    ],
  };
}

const skippedList: Statement = {
  name: 'source_skipped',
  text: `/* source_skipped */ select source_no as "sourceNo", name, count, first_at as "firstAt", last_at as "lastAt"
    from source_skipped where account_id = $1 and source_no = any($2::int[]) order by count desc, name`,
};
const unassigned: Statement = {
  name: 'source_unassigned',
  text: `/* source_unassigned */ select source_no as "sourceNo", count(*) as count from unassigned_event
    where account_id = $1 and source_no = any($2::int[]) group by 1`,
};
const refuse: Statement = {
  name: 'source_refused',
  text: `/* source_refused */ insert into source_count as c (account_id, source_no, refused) values ($1, $2, $3)
    on conflict (account_id, source_no) do update set refused = c.refused + excluded.refused`,
};

/** What was skipped, the most frequent first. */
export const skippedOf = (db: Database, account: number, sourceNos: readonly number[]): Promise<SkippedEvent[]> =>
  db.read<SkippedEvent>(skippedList, [account, sourceNos]);

/** Events that wait for their address. Sources without one are absent. */
export const unassignedOf = (
  db: Database,
  account: number,
  sourceNos: readonly number[],
): Promise<{ readonly sourceNo: number; readonly count: number }[]> => db.read(unassigned, [account, sourceNos]);

export const addRefused = (db: Database, account: number, sourceNo: number, count: number): Promise<unknown> =>
  db.write(refuse, [account, sourceNo, count]);
