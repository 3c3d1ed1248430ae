import { jsonArray, momentArray } from '@ucp/kit/array-binary';
import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindNo } from '../channel-kind.ts';

export interface ActivityInsert {
  readonly eventId: string;
  readonly at: Date;
  readonly addressNo: number;
  readonly kind: string;
  readonly machine: boolean;
  readonly messageId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** The details as JSON. */
  readonly json: string;
}

/** An activity whose details are not JSON text yet. */
export const activityOf = (activity: Omit<ActivityInsert, 'json'>): ActivityInsert => ({
  ...activity,
  json: JSON.stringify(activity.details),
});

/**
 * How activity is appended. `passOver`: an event that is known already is passed over, and the ids of the new ones come back.
 * `refuse`: the statement fails if one is known, see `isKnownActivity`; nothing comes back. To look at each key before it is
 * inserted, and to hand back a thousand ids, takes PostgreSQL a third of the whole insert.
 */
export type KnownEvents = 'passOver' | 'refuse';

export const activityWrite = (
  channel: ChannelKind,
  account: number,
  rows: readonly ActivityInsert[],
  knownEvents: KnownEvents = 'passOver',
): JournalWrite => ({
  name: 'activity',
  text: `insert into activity (account_id, at, event_id, address_no, kind, machine, message_id, details, rev)
    select $1::int, a.at, a.event_id, a.address_no, a.kind, a.machine, a.message_id, a.details, stamp.rev
    from stamp, unnest($2::timestamptz[], $3::uuid[], $4::int[], $5::smallint[], $6::boolean[], $7::text[], $8::jsonb[])
      as a(at, event_id, address_no, kind, machine, message_id, details)
    ${knownEvents === 'passOver' ? 'on conflict do nothing returning event_id' : ''}`,
  values: [
    account,
    momentArray(rows.map(({ at }) => at)),
    plainArray(rows.map(({ eventId }) => eventId)),
    plainArray(rows.map(({ addressNo }) => addressNo)),
    plainArray(rows.map(({ kind }) => kindNo(channel, kind))),
    plainArray(rows.map(({ machine }) => machine)),
    textArray(rows.map(({ messageId }) => messageId)),
    jsonArray(rows.map(({ json }) => json)),
  ],
});

/** Whether a statement failed for an event that is in the log already. */
export const isKnownActivity = (error: unknown): boolean =>
  codeOf(error) === '23505' && String(Object(error).table).startsWith('activity');

const known: Statement = {
  name: 'activity_known',
  text: `/* activity_known */ select e.id from unnest(array[$1::int]) as o(account_id) cross join unnest($2::timestamptz[], $3::uuid[]) as e(at, id)
    cross join lateral (select 1 from activity a where a.account_id = o.account_id and a.at = e.at and a.event_id = e.id offset 0) a`,
};

/** Ids of those events that are there already. */
export async function knownActivity(
  tx: Transaction,
  account: number,
  events: readonly { readonly eventId: string; readonly at: Date }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(known, [
    account,
    momentArray(events.map(({ at }) => at)),
    plainArray(events.map(({ eventId }) => eventId)),
  ]);
  return new Set(rows.map(({ id }) => id));
}

const insertReceipts: Statement = {
  name: 'receipts_insert',
  text: `/* receipts_insert */ insert into receipt (account_id, event_id, at) select $1, id, $3 from unnest($2::uuid[]) as id
    order by id on conflict do nothing`,
};
const readReceipts: Statement = {
  name: 'receipts',
  text: '/* receipts */ select event_id as id, at from receipt where account_id = $1 and event_id = any($2::uuid[])',
};

/** When each event was first received. The insert waits for another transaction that receives the same event. */
export async function firstReceipts(
  tx: Transaction,
  account: number,
  ids: readonly string[],
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  await tx.query(insertReceipts, [account, ids, tx.now]);
  const rows = await tx.query<{ id: string; at: Date }>(readReceipts, [account, ids]);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
