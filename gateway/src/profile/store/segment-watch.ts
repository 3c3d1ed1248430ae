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

/** Of `$1`, the clock's offset. */
const now = 'now() + $1::interval';
const isFree = `(w.claimed_until is null or w.claimed_until < ${now})`;
const claim: Statement = {
  name: 'segments_claim',
  text: `/* segments_claim */ update segment_watch w
    set claimed_until = ${now} + ${lease}, claim_no = w.claim_no + 1, news = false, put_off = false
    from segment s
    where s.account_id = w.account_id and s.segment_no = w.segment_no and (w.account_id, w.segment_no) in (
      select w.account_id, w.segment_no from segment_watch w
      where w.account_id = (select w.account_id from segment_watch w left join segment_rest r on r.account_id = w.account_id
          where w.due_at <= ${now} and ${isFree} and (r.until is null or r.until <= ${now}) order by w.due_at limit 1)
        and w.due_at <= ${now} and ${isFree}
      order by w.due_at limit $2 for update skip locked)
    returning w.account_id as "accountId", w.segment_no as "segmentNo", w.claim_no as "claimNo", s.name, s.filter, s.tracked,
      date_trunc('milliseconds', ${now}) as at`,
};
const next: Statement = {
  name: 'segments_next',
  text: `/* segments_next */ select (extract(epoch from min(greatest(w.due_at, r.until)) - (${now})) * 1000)::float8 as wait
    from segment_watch w left join segment_rest r on r.account_id = w.account_id
    where w.due_at <= ${now} + $2 * interval '1 ms' and ${isFree}`,
};
const mine: Statement = {
  name: 'segment_watched',
  text: `/* segment_watched */ select members from segment_watch
    where account_id = $1 and segment_no = $2 and claim_no = $3 for update`,
};
/** Every minute where somebody listens, else every hour; at once where something happened since it was claimed. */
const look = `update segment_watch set members = coalesce($3, members), news = $4 and news,
      due_at = case when $4 then due_at when news then $5
        else $5::timestamptz + case when $6 then interval '1 minute' else interval '1 hour' end end,
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
/** Locked in the order of their numbers, as everybody does who locks several. */
const stillClaimed = `locked as (select w.account_id, w.segment_no from segment_watch w
      join unnest($2::int[], $3::int[], $4::int[]) as asked(account_id, segment_no, claim_no) using (account_id, segment_no, claim_no)
      where w.claimed_until is not null order by w.account_id, w.segment_no for no key update of w)`;
const putOff: Statement = {
  name: 'segments_put_off',
  text: `/* segments_put_off */ with ${stillClaimed}
    update segment_watch w set claimed_until = null, news = false, put_off = true, due_at = ${now} + $5::interval
    from locked l where w.account_id = l.account_id and w.segment_no = l.segment_no`,
};
const giveBack: Statement = {
  name: 'segments_give_back',
  text: `/* segments_give_back */ with ${stillClaimed}
    update segment_watch w set claimed_until = null, due_at = ${now}
    from locked l where w.account_id = l.account_id and w.segment_no = l.segment_no`,
};
/** An account is looked at by its minute, however long that takes. */
const longestRest = `${now} + interval '1 minute'`;
const evenAt = `excluded.even_at + greatest(known.even_at - $3::timestamptz, interval '0')`;
const rest: Statement = {
  name: 'segments_rest',
  text: `/* segments_rest */ insert into segment_rest as known (account_id, until, even_at)
    select $2::int, ${now} + $4 * interval '1 ms', least(${now} + $5 * (${now} - $3::timestamptz), ${longestRest})
    on conflict (account_id) do update set even_at = least(${evenAt}, ${longestRest}),
      until = greatest(excluded.until, least(${evenAt}, ${longestRest}) - $6 * interval '1 ms')`,
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

/**
 * Puts off segments that could not be looked at, whatever happens meanwhile; those that were looked at since, or are somebody else's
 * by now, stay as they are.
 */
export const putOffSegments = (
  db: Database,
  watched: readonly WatchRow[],
  wait: '1 minute' | '1 hour',
): Promise<unknown> => db.write(putOff, [db.clockOffset(), ...claimsOf(watched), wait]);

/** Leaves segments to whoever looks next; those that were looked at stay as they are. */
export const giveBackSegments = (db: Database, watched: readonly WatchRow[]): Promise<unknown> =>
  db.write(giveBack, [db.clockOffset(), ...claimsOf(watched)]);

const claimsOf = (watched: readonly WatchRow[]): number[][] => [
  watched.map(({ accountId }) => accountId),
  watched.map(({ segmentNo }) => segmentNo),
  watched.map(({ claimNo }) => claimNo),
];

/**
 * After a look that began `at` the account is left alone for `least` milliseconds, and for so many `times` as long as its looks took,
 * of which the last `ahead` milliseconds may be owed: what happens now and then is seen at once, however long a look takes.
 */
export const restAfterLook = (
  db: Database,
  { accountId, at }: Pick<WatchRow, 'accountId' | 'at'>,
  limit: { readonly least: number; readonly times: number; readonly ahead: number },
): Promise<unknown> => db.write(rest, [db.clockOffset(), accountId, at, limit.least, limit.times, limit.ahead]);

/** In how many milliseconds a segment is to be looked at, of those that come up within so many; null: none does. */
export async function nextLook(db: Database, within: number): Promise<number | null> {
  const [row] = await db.read<{ wait: number | null }>(next, [db.clockOffset(), within]);
  return row?.wait ?? null;
}
