import { type AsOf, foldedSql } from '@ucp/kit/as-of';
import { type Caller, momentOf } from '@ucp/kit/caller';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { LeafFact } from '@ucp/kit/leaf';
import { withinWindow } from '@ucp/kit/window';
import { type ChannelKind, kindName, kindNo } from '../channel-kind.ts';
import type { Did } from '../domain/predicate.ts';
import { isMachine, markJoin } from './machine-marks.ts';

export const askedDids = `did as (
      select * from unnest($2::int[], $3::text[], $4::int[], $5::boolean[], $6::text[], $7::text[])
        with ordinality as d(kinds, within, at_least, machine, key, value, no)),`;
/** Kinds are few: one bit each. */
export const happened = `(d.kinds & (1 << a.kind)) <> 0 and ${withinWindow({ at: 'a.at', within: 'd.within', offset: '$8', moment: '$9' })}
      and (d.key is null or a.details ->> d.key = d.value)`;

const members: Statement = {
  name: 'did_members',
  text: `/* did_members */ with ${askedDids}
    shown as (select l.address_no, c.root_no from link l join contact c on c.account_id = $1 and c.contact_no = l.contact_no
      join contact r on r.account_id = $1 and r.contact_no = c.root_no and r.root_no = r.contact_no where l.account_id = $1)
    select d.no::int as no, s.root_no as contact from did d
      join activity a on a.account_id = $1 and ${happened} join shown s on s.address_no = a.address_no
      ${markJoin} where d.machine or not ${isMachine}
    group by d.no, s.root_no, d.at_least having count(*) >= d.at_least
    union all select 0, ${foldedSql}`,
};
const facts: Statement = {
  name: 'did_facts',
  text: `/* did_facts */ with ${askedDids}
    shown as (select l.address_no, c.root_no from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no
      where c.account_id = $1 and c.root_no = any($10::int[])),
    fact as (select d.no::int as no, s.root_no as contact, a.at, a.kind, count(*) over (partition by d.no, s.root_no) as times, d.at_least
      from shown s join activity a on a.account_id = $1 and a.address_no = s.address_no join did d on ${happened}
      ${markJoin} where d.machine or not ${isMachine})
    select no, contact, at, kind from fact where times >= at_least
    union all select 0, ${foldedSql}, null, null`,
};

/** Who asks, and is told which merges a read knew of. */
export interface AskingDone {
  readonly caller: Pick<Caller, 'account' | 'at'>;
  readonly asOf: Pick<AsOf, 'note'>;
}
type MemberRow = { readonly no: number; readonly contact: number };
type FactRow = MemberRow & { readonly at: Date; readonly kind: number };

/** What the statements take first: $1 to $9. */
export function didValues(
  channel: ChannelKind,
  caller: AskingDone['caller'],
  dids: readonly Did[],
  offset: string,
): unknown[] {
  return [
    caller.account,
    dids.map(({ kinds }) => kinds.reduce((mask, kind) => mask | (1 << kindNo(channel, kind)), 0)),
    dids.map(({ within }) => within ?? null),
    dids.map(({ atLeast }) => Math.max(1, atLeast ?? 1)),
    dids.map(({ includeMachine }) => includeMachine === true),
    dids.map(({ property }) => property?.key ?? null),
    dids.map(({ property }) => property?.equals ?? null),
    offset,
    momentOf(caller),
  ];
}

/**
 * For each condition the contacts, as shown, that did it.
 * @param reader may be kept long: it may have to look at all that ever happened, and hot reads are not to wait behind it
 */
export async function whoDid(
  reader: Pick<Transaction, 'query'>,
  clockOffset: string,
  channel: ChannelKind,
  { caller, asOf }: AskingDone,
  dids: readonly Did[],
): Promise<Set<number>[]> {
  const sets = dids.map(() => new Set<number>());
  if (dids.length === 0) return sets;
  const rows = await reader.query<MemberRow>(members, didValues(channel, caller, dids, clockOffset));
  for (const { no, contact } of rows)
    if (no === 0) asOf.note(contact);
    else sets[no - 1]?.add(contact);
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
  { caller, asOf }: AskingDone,
  dids: readonly Did[],
  contactNos: readonly number[],
): Promise<LeafFact[][]> {
  const lists = dids.map((): LeafFact[] => []);
  if (dids.length === 0 || contactNos.length === 0) return lists;
  const given = [...didValues(channel, caller, dids, db.clockOffset()), contactNos];
  const rows = await (read === 'few' ? db.read<FactRow>(facts, given) : db.readAside<FactRow>(facts, given));
  for (const { no, contact, at, kind } of rows)
    if (no === 0) asOf.note(contact);
    else lists[no - 1]?.push({ contact, at, channel: channel.name, kind: kindName(channel, kind) });
  return lists;
}
