import type { Filter } from '@ucp/audience/filter';
import { bitsOfBytes, bytesOf, type ContactBits } from '@ucp/kit/contact-bits';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';

/** A segment that is looked at: nobody else is given it meanwhile. */
export interface WatchRow {
  readonly accountId: number;
  readonly segmentNo: number;
  readonly claimNo: number;
  readonly name: string;
  readonly filter: Filter;
  readonly tracked: boolean;
  /** When it was given, by the database. */
  readonly at: Date;
  readonly [column: string]: unknown;
}

/** What was seen of a segment. */
export interface Look {
  readonly size: number;
  /** Who is in it by what is noted with this look; null: what was noted stands. */
  readonly members: ContactBits | null;
  readonly entered: readonly number[];
  readonly left: readonly number[];
  /** True: there are more changes than one transaction takes, and it stays ours. */
  readonly more: boolean;
}

/** Segments looked at together, in one question to each owner. */
const together = 50;
/** After this long whoever was at a segment has died over it. A look must not take longer, or two processes undo each other's for ever. */
const lease = "interval '5 minutes'";

const claim: Statement = {
  name: 'segments_claim',
  text: `/* segments_claim */ update segment_watch w set claimed_until = now() + $1::interval + ${lease}, claim_no = w.claim_no + 1
    from segment s
    where s.account_id = w.account_id and s.segment_no = w.segment_no and (w.account_id, w.segment_no) in (
      select account_id, segment_no from segment_watch
      where account_id = (select account_id from segment_watch
          where due_at <= now() + $1::interval and (claimed_until is null or claimed_until < now() + $1::interval) order by due_at limit 1)
        and due_at <= now() + $1::interval and (claimed_until is null or claimed_until < now() + $1::interval)
      order by due_at limit $2 for update skip locked)
    returning w.account_id as "accountId", w.segment_no as "segmentNo", w.claim_no as "claimNo", s.name, s.filter, s.tracked,
      date_trunc('milliseconds', now() + $1::interval) as at`,
};
const mine: Statement = {
  name: 'segment_watched',
  text: `/* segment_watched */ select members from segment_watch
    where account_id = $1 and segment_no = $2 and claim_no = $3 for update`,
};
/** Every minute where somebody listens, else every hour. */
const look = `update segment_watch set members = coalesce($3, members),
      due_at = case when $4 then due_at else $5::timestamptz + case when $6 then interval '1 minute' else interval '1 hour' end end,
      claimed_until = case when $4 then $5::timestamptz + ${lease} end
    where account_id = $1 and segment_no = $2`;
const size = `insert into segment_size as known (account_id, segment_no, day, size, taken_at)
    select $1::int, $2::int, ($3::timestamptz)::date, $4::int, $3::timestamptz
    on conflict (account_id, segment_no, day) do update set size = excluded.size, taken_at = excluded.taken_at
    where known.taken_at <= excluded.taken_at`;
const changes = `insert into segment_change (account_id, rev, segment_no, contact_no, entered, at)
    select $1::int, stamp.rev, $2::int, change.no, change.entered, $3::timestamptz
    from stamp, (select unnest($4::int[]) as no, true as entered union all select unnest($5::int[]), false) change`;
const lookAlone: Statement = { name: 'segment_look', text: `/* segment_look */ ${look}` };
const sizeAlone: Statement = { name: 'segment_size', text: `/* segment_size */ ${size}` };
const putOff: Statement = {
  name: 'segments_put_off',
  text: `/* segments_put_off */ update segment_watch w set claimed_until = null, due_at = now() + $1::interval + $2::interval
    from unnest($3::int[], $4::int[], $5::int[]) as asked(account_id, segment_no, claim_no)
    where w.account_id = asked.account_id and w.segment_no = asked.segment_no and w.claim_no = asked.claim_no and w.claimed_until is not null`,
};

/** Segments of one account, of those that are due the one that has waited longest. */
export const claimSegments = (db: Database): Promise<WatchRow[]> =>
  db.write<WatchRow>(claim, [db.clockOffset(), together]);

/**
 * Who is in the segment by what was noted; locked until the transaction ends. `undefined` where somebody else is at it by now, or it
 * was changed since it was claimed; null where nothing was noted yet.
 */
export async function notedMembers(tx: Transaction, watch: WatchRow): Promise<ContactBits | null | undefined> {
  const [row] = await tx.query<{ members: Buffer | null }>(mine, [watch.accountId, watch.segmentNo, watch.claimNo]);
  if (row === undefined) return undefined;
  return row.members === null ? null : bitsOfBytes(row.members);
}

/** Writes what was seen; who came and went with a rev of the journal, if anybody did. */
export async function writeLook(tx: Transaction, watch: WatchRow, seen: Look): Promise<void> {
  const { accountId, segmentNo, tracked, at } = watch;
  const members = seen.members === null ? null : bytesOf(seen.members);
  const lookValues = [accountId, segmentNo, members, seen.more, tx.now, tracked];
  const sizeValues = [accountId, segmentNo, at, seen.size];
  if (seen.entered.length + seen.left.length === 0) {
    await Promise.all([tx.query(lookAlone, lookValues), tx.query(sizeAlone, sizeValues)]);
    return;
  }
  await appendToJournal(tx, accountId, [
    { name: 'segment_look', text: look, values: lookValues },
    { name: 'segment_size', text: size, values: sizeValues },
    { name: 'segment_change', text: changes, values: [accountId, segmentNo, at, seen.entered, seen.left] },
  ]);
}

/** Puts off segments that could not be looked at; those that were looked at meanwhile stay as they are. */
export const putOffSegments = (
  db: Database,
  watched: readonly WatchRow[],
  wait: '1 minute' | '1 hour',
): Promise<unknown> =>
  db.write(putOff, [
    db.clockOffset(),
    wait,
    watched.map(({ accountId }) => accountId),
    watched.map(({ segmentNo }) => segmentNo),
    watched.map(({ claimNo }) => claimNo),
  ]);
