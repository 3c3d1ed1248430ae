import type { Database } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import type { Did } from '../domain/predicate.ts';
import { didValues, doneStatements, readDone } from '../store/done.ts';
import { doneAt, doneAtOfCampaigns, doneByAll, doneByAllOfCampaigns } from '../store/done-sql.ts';
import { type Packed, unpack } from './packed.ts';

/** A state of an account: up to which rev, and at which moment windows end, in milliseconds since 1970. */
export interface KnownState {
  readonly account: number;
  readonly rev: number;
  readonly now: number;
}

/** An event that counts for a condition. */
export interface DoneEvent {
  readonly addressNo: number;
  readonly at: Date;
  /** Number of its kind. */
  readonly kind: number;
}

const known = { rev: '$16' };
const counts = doneStatements(
  'did_counts_until',
  ({ ctes, events }) => `with ${ctes},
    counted as (select d.no::int as no, a.address_no, count(*)::int as times from ${events} group by d.no, a.address_no)
    select no, string_agg(int4send(address_no) || int4send(times), '') as counts from counted group by no`,
  { plain: doneByAll(known), ofCampaigns: doneByAllOfCampaigns(known) },
);
const events = doneStatements(
  'did_events_until',
  (sql) => `with own as (select unnest($17::int[]) as address_no), ${sql.ctes}
    select d.no::int as no, a.address_no as "addressNo", a.at, a.kind from ${sql.events}`,
  { plain: doneAt('own', known), ofCampaigns: doneAtOfCampaigns('own', known) },
);

const valuesOf = (db: Database, channel: ChannelKind, { account, rev, now }: KnownState, dids: readonly Did[]) => [
  ...didValues(channel, { account, at: now }, dids, db.clockOffset()),
  rev,
];

/**
 * How often what each condition asks for was done, address and number of times in turns, in a state that the database may be ahead of.
 * Addresses at which it never was are absent.
 */
export async function countsUntil(
  db: Database,
  channel: ChannelKind,
  state: KnownState,
  dids: readonly Did[],
): Promise<Int32Array[]> {
  type Row = { readonly no: number; readonly counts: Packed };
  const rows = await readDone(dids, counts, (statement, some) =>
    db.readAside<Row>(statement, valuesOf(db, channel, state, some)),
  );
  return dids.map((_, i) => unpack(rows.find(({ no }) => no === i + 1)?.counts ?? null));
}

/** What was done at some addresses of what conditions ask for, in a state that the database may be ahead of. No order. */
export const eventsUntil = async (
  db: Database,
  channel: ChannelKind,
  state: KnownState,
  dids: readonly Did[],
  addressNos: readonly number[],
): Promise<DoneEvent[]> =>
  readDone(dids, events, (statement, some) =>
    db.readAside<DoneEvent & { readonly no: number }>(statement, [...valuesOf(db, channel, state, some), addressNos]),
  );
