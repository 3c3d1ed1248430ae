import type { Database, Statement } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import type { Did } from '../domain/predicate.ts';
import { askedDids, didValues, happened } from '../store/done.ts';
import { isMachine, markJoinUntil } from '../store/machine-marks.ts';
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

const counts: Statement = {
  name: 'did_counts_until',
  text: `/* did_counts_until */ with ${askedDids}
    counted as (select d.no::int as no, a.address_no, count(*)::int as times from did d
      join activity a on a.account_id = $1 and a.rev <= $10 and ${happened}
      ${markJoinUntil('$10')} where d.machine or not ${isMachine} group by d.no, a.address_no)
    select no, string_agg(int4send(address_no) || int4send(times), '') as counts from counted group by no`,
};
const events: Statement = {
  name: 'did_events_until',
  text: `/* did_events_until */ with ${askedDids}
    own as (select unnest($11::int[]) as address_no)
    select a.address_no as "addressNo", a.at, a.kind from own
      join activity a on a.account_id = $1 and a.address_no = own.address_no and a.rev <= $10 join did d on ${happened}
      ${markJoinUntil('$10')} where d.machine or not ${isMachine}`,
};

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
  const rows = await db.readAside<Row>(counts, valuesOf(db, channel, state, dids));
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
  db.readAside<DoneEvent & { readonly [column: string]: unknown }>(events, [
    ...valuesOf(db, channel, state, dids),
    addressNos,
  ]);
