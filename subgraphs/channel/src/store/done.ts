import { type Caller, momentOf } from '@ucp/kit/caller';
import type { Database, Statement } from '@ucp/kit/database';
import type { LeafFact } from '@ucp/kit/leaf';
import { withinWindow } from '@ucp/kit/window';
import { type ChannelKind, kindName, kindNo } from '../channel-kind.ts';
import { datesOf, timesAsked } from '../domain/did-window.ts';
import type { Did } from '../domain/predicate.ts';
import { isMachine, markJoin } from './machine-marks.ts';

export const askedDids = `did as (
      select d.*, coalesce(to_timestamp(d.since), '-infinity') as after, coalesce(to_timestamp(d.until), 'infinity') as before
      from unnest($2::int[], $3::text[], $4::float8[], $5::float8[], $6::int[], $7::int[], $8::boolean[], $9::text[], $10::text[])
        with ordinality as d(kinds, within, since, until, at_least, at_most, machine, key, value, no)),`;
/** Kinds are few: one bit each. */
export const happened = `(d.kinds & (1 << a.kind)) <> 0 and ${withinWindow({ at: 'a.at', within: 'd.within', offset: '$11', moment: '$12' })}
      and a.at >= d.after and a.at < d.before and (d.key is null or a.details ->> d.key = d.value)`;
/** SQL of whether it was done often enough, and not too often. */
const isMet = (times: string): string => `${times} >= d.at_least and ${times} <= coalesce(d.at_most, ${times})`;

const members: Statement = {
  name: 'did_members',
  text: `/* did_members */ with ${askedDids}
    shown as (select l.address_no, c.root_no from link l join contact c on c.account_id = $1 and c.contact_no = l.contact_no where l.account_id = $1)
    select d.no::int as no, s.root_no as contact from did d
      join activity a on a.account_id = $1 and ${happened} join shown s on s.address_no = a.address_no
      ${markJoin} where d.machine or not ${isMachine}
    group by d.no, s.root_no, d.at_least, d.at_most having ${isMet('count(*)')}`,
};
const facts: Statement = {
  name: 'did_facts',
  text: `/* did_facts */ with ${askedDids}
    shown as (select l.address_no, c.root_no from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no
      where c.account_id = $1 and c.root_no = any($13::int[])),
    fact as (select d.no::int as no, s.root_no as contact, a.at, a.kind, count(*) over (partition by d.no, s.root_no) as times, d.at_least, d.at_most
      from shown s join activity a on a.account_id = $1 and a.address_no = s.address_no join did d on ${happened}
      ${markJoin} where d.machine or not ${isMachine})
    select no, contact, at, kind from fact d where ${isMet('times')}`,
};

type Asking = Pick<Caller, 'account' | 'at'>;
type MemberRow = { readonly no: number; readonly contact: number };
type FactRow = MemberRow & { readonly at: Date; readonly kind: number };

/** What the statements take first: $1 to $12. */
export function didValues(channel: ChannelKind, caller: Asking, dids: readonly Did[], offset: string): unknown[] {
  return [
    caller.account,
    dids.map(({ kinds }) => kinds.reduce((mask, kind) => mask | (1 << kindNo(channel, kind)), 0)),
    dids.map(({ within }) => within ?? null),
    dids.map((did) => datesOf(did).since),
    dids.map((did) => datesOf(did).until),
    dids.map((did) => timesAsked(did).least),
    dids.map((did) => timesAsked(did).most),
    dids.map(({ includeMachine }) => includeMachine === true),
    dids.map(({ property }) => property?.key ?? null),
    dids.map(({ property }) => property?.equals ?? null),
    offset,
    momentOf(caller),
  ];
}

/** For each condition the contacts, as shown, that did it. */
export async function whoDid(
  db: Database,
  channel: ChannelKind,
  caller: Asking,
  dids: readonly Did[],
): Promise<Set<number>[]> {
  const sets = dids.map(() => new Set<number>());
  if (dids.length === 0) return sets;
  // It may look at all that ever happened: hot reads do not wait behind it.
  const rows = await db.readAside<MemberRow>(members, didValues(channel, caller, dids, db.clockOffset()));
  for (const { no, contact } of rows) sets[no - 1]?.add(contact);
  return sets;
}

/**
 * For each condition what made it hold for these contacts; nothing of those for whom it does not.
 * @param read of a few contacts, or of as many as there are, for whom hot reads do not wait
 */
export async function whatWasDone(
  db: Database,
  read: 'few' | 'many',
  channel: ChannelKind,
  caller: Asking,
  dids: readonly Did[],
  contactNos: readonly number[],
): Promise<LeafFact[][]> {
  const lists = dids.map((): LeafFact[] => []);
  if (dids.length === 0 || contactNos.length === 0) return lists;
  const given = [...didValues(channel, caller, dids, db.clockOffset()), contactNos];
  const rows = await (read === 'few' ? db.read<FactRow>(facts, given) : db.readAside<FactRow>(facts, given));
  for (const { no, contact, at, kind } of rows)
    lists[no - 1]?.push({ contact, at, channel: channel.name, kind: kindName(channel, kind) });
  return lists;
}
