import type { PlaceOfPart } from '@ucp/kit/activity-place';
import { type AsOf, foldedSql } from '@ucp/kit/as-of';
import { type Caller, momentOf } from '@ucp/kit/caller';
import type { Database, Statement } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { LeafFact } from '@ucp/kit/leaf';
import { withinWindow } from '@ucp/kit/window';
import { type Behavior, contactKind } from '../domain/behavior.ts';
import type { DidBehavior } from '../domain/behavior-history.ts';
import type { BehaviorCondition } from '../domain/definition.ts';

export interface BehaviorRow {
  readonly asked: number;
  readonly eventId: string;
  readonly name: string;
  readonly at: Date;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly [column: string]: unknown;
}

/** Identifiers of contacts, an event that named its contact itself among them. */
const identified = `shown as (
      select c.root_no, l.kind, l.value from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no where c.account_id = $1
      union all
      select c.root_no, '${contactKind}', c.contact_no::text from contact c where c.account_id = $1)`;

const page: Statement = {
  name: 'behaviors_of_contacts',
  text: `/* behaviors_of_contacts */ with ${identified}
    select asked, "eventId", name, at, properties from (
      select s.root_no as asked, b.event_id as "eventId", b.name, b.at, b.properties,
        row_number() over (partition by s.root_no order by b.at desc, b.event_id desc) as place
      from shown s join behavior b on b.account_id = $1 and b.identifier_kind = s.kind and b.identifier_value = s.value
      where s.root_no = any($2::int[]) and (b.at, b.event_id) < ($4::timestamptz, $5::uuid) and ($6::text[] is null or b.name = any($6::text[]))) ranked
    where place <= $3 order by asked, place`,
};
const facts: Statement = {
  name: 'behavior_facts',
  text: `/* behavior_facts */ with ${identified},
    did as (select * from unnest($2::text[], $3::text[], $4::int[], $5::jsonb[]) with ordinality as d(name, within, at_least, properties, no)),
    fact as (select d.no::int as no, s.root_no as contact, b.at, b.name as kind, count(*) over (partition by d.no, s.root_no) as times, d.at_least
      from did d join behavior b on b.account_id = $1 and b.name = d.name and b.properties @> d.properties
        and ${withinWindow({ at: 'b.at', within: 'd.within', offset: '$6', moment: '$8' })}
      join shown s on s.kind = b.identifier_kind and s.value = b.identifier_value
      where $7::int[] is null or s.root_no = any($7::int[]))
    select no, contact, at, kind from fact where times >= at_least
    union all select 0, ${foldedSql}, null, null`,
};
const times: Statement = {
  name: 'behavior_times',
  text: `/* behavior_times */ select c.root_no as "contactNo", b.at from behavior b
    left join link l on l.account_id = $1 and l.kind = b.identifier_kind and l.value = b.identifier_value
    join contact c on c.account_id = $1
      and c.contact_no = coalesce(l.contact_no, case when b.identifier_kind = '${contactKind}' then b.identifier_value::int end)
    where b.account_id = $1 and b.name = $2 and b.at > $3 and b.at <= $4 and b.properties @> $5::jsonb
    order by b.at desc, b.event_id desc limit $6`,
};

const last = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' } as const;

/** At most `first` of each contact, newest first, behind `before`. */
export const behaviorsOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: PlaceOfPart | null,
  names: readonly string[] | null,
): Promise<BehaviorRow[]> => {
  const place = before ?? last;
  return db.read<BehaviorRow>(page, [account, contactNos, first, place.at, place.id, names]);
};

/**
 * For each condition what made it hold, of these contacts or of all; nothing of those for whom it does not.
 * @param note told which merges were known
 */
export async function behaviorFacts(
  db: Database,
  caller: Pick<Caller, 'account' | 'at'>,
  conditions: readonly DidBehavior[],
  contactNos: readonly number[] | null,
  note: AsOf['note'],
): Promise<LeafFact[][]> {
  const lists = conditions.map((): LeafFact[] => []);
  // Of all contacts it may look at all that ever happened: hot reads do not wait behind it.
  const read = contactNos === null ? db.readAside : db.read;
  const rows = await read<{ no: number; contact: number; at: Date; kind: string }>(facts, [
    caller.account,
    conditions.map(({ name }) => name),
    conditions.map(({ within }) => within ?? null),
    conditions.map(({ atLeast }) => Math.max(1, atLeast ?? 1)),
    conditions.map(({ properties }) => containing(properties ?? [])),
    db.clockOffset(),
    contactNos,
    momentOf(caller),
  ]);
  for (const { no, contact, at, kind } of rows)
    if (no === 0) note(contact);
    else lists[no - 1]?.push({ contact, at, channel: null, kind: kind.toUpperCase() });
  return lists;
}

/** As JSON that contains them. */
const containing = (properties: readonly { readonly key: string; readonly equals: unknown }[]): string =>
  JSON.stringify(Object.fromEntries(properties.map(({ key, equals }) => [key, equals])));

/** When contacts did something after `from` and not after `to`, newest first, at most so often. What is nobody's is left out. */
export const behaviorTimes = (
  db: Database,
  account: number,
  { name, properties }: BehaviorCondition,
  { from, to }: { readonly from: Date; readonly to: Date },
  most: number,
): Promise<{ contactNo: number; at: Date }[]> =>
  db.readAside(times, [account, name, from, to, containing(properties), most]);

/** Events not known by their key yet; gives their ids back. */
export const behaviorWrite = (account: number, events: readonly Behavior[]): JournalWrite => ({
  name: 'behaviors',
  text: `insert into behavior (account_id, event_id, identifier_kind, identifier_value, name, at, properties, rev)
    select $1::int, b.*, stamp.rev from stamp, unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::jsonb[])
      as b(event_id, kind, value, name, at, properties)
    on conflict do nothing returning event_id`,
  values: [
    account,
    events.map(({ eventId }) => eventId),
    events.map(({ kind }) => kind),
    events.map(({ value }) => value),
    events.map(({ name }) => name),
    events.map(({ at }) => at),
    events.map(({ properties }) => JSON.stringify(properties)),
  ],
});
