import { type AsOf, foldedSql } from '@ucp/kit/as-of';
import { type Caller, momentOf } from '@ucp/kit/caller';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { LeafFact } from '@ucp/kit/leaf';
import { type ChannelKind, kindName, kindNo } from '../channel-kind.ts';
import { datesOf, timesAsked } from '../domain/did-window.ts';
import { type Did, isAsked } from '../domain/predicate.ts';
import { type DoneSql, doneAt, doneAtOfCampaigns, doneByAll, doneByAllOfCampaigns } from './done-sql.ts';

/** Two statements that tell the same, one of conditions on campaigns, and one of those that name none. */
export interface DoneStatements {
  readonly plain: Statement;
  readonly ofCampaigns: Statement;
}

export const doneStatements = (
  name: string,
  text: (sql: DoneSql) => string,
  { plain, ofCampaigns }: { readonly plain: DoneSql; readonly ofCampaigns: DoneSql },
): DoneStatements => ({
  plain: { name, text: `/* ${name} */ ${text(plain)}` },
  ofCampaigns: { name: `${name}_of_campaigns`, text: `/* ${name}_of_campaigns */ ${text(ofCampaigns)}` },
});

/** SQL of whether it was done often enough, and not too often. */
const isMet = (times: string): string => `${times} >= d.at_least and ${times} <= coalesce(d.at_most, ${times})`;

const members = doneStatements(
  'did_members',
  ({ ctes, events }) => `with ${ctes},
    shown as (select l.address_no, c.root_no from link l join contact c on c.account_id = $1 and c.contact_no = l.contact_no
      join contact r on r.account_id = $1 and r.contact_no = c.root_no and r.root_no = r.contact_no where l.account_id = $1)
    select d.no::int as no, s.root_no as contact from (select d.no, d.at_least, d.at_most, a.address_no from ${events}) d
      join shown s using (address_no)
    group by d.no, s.root_no, d.at_least, d.at_most having ${isMet('count(*)')}
    union all select 0, ${foldedSql}`,
  { plain: doneByAll(null), ofCampaigns: doneByAllOfCampaigns(null) },
);
const facts = doneStatements(
  'did_facts',
  ({ ctes, events }) => `with
    shown as (select l.address_no, c.root_no from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no
      where c.account_id = $1 and c.root_no = any($16::int[])),
    ${ctes},
    fact as (select d.no::int as no, shown.root_no as contact, a.at, a.kind, count(*) over (partition by d.no, shown.root_no) as times,
      d.at_least, d.at_most from ${events})
    select no, contact, at, kind from fact d where ${isMet('times')}
    union all select 0, ${foldedSql}, null, null`,
  { plain: doneAt('shown', null), ofCampaigns: doneAtOfCampaigns('shown', null) },
);

/** Who asks, and is told which merges a read knew of. */
export interface AskingDone {
  readonly caller: Pick<Caller, 'account' | 'at'>;
  readonly asOf: Pick<AsOf, 'note'>;
}
type MemberRow = { readonly no: number; readonly contact: number };
type FactRow = MemberRow & { readonly at: Date; readonly kind: number };

/** What the statements take first: $1 to $15. */
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
    dids.map((did) => datesOf(did).since),
    dids.map((did) => datesOf(did).until),
    dids.map((did) => timesAsked(did).least),
    dids.map((did) => timesAsked(did).most),
    dids.map(({ includeMachine }) => includeMachine === true),
    dids.map(({ property }) => property?.key ?? null),
    dids.map(({ property }) => property?.equals ?? null),
    dids.map(({ message }) => message ?? null),
    dids.map(({ campaign }) => campaign ?? null),
    dids.map(({ link }) => link ?? null),
    offset,
    momentOf(caller),
  ];
}

/**
 * Reads rows of conditions, each with the number of its condition, from 1 on. Where none names a campaign nothing is planned for one.
 * @param read one of the statements, of some of the conditions
 */
export async function readDone<Row extends { readonly no: number }>(
  dids: readonly Did[],
  { plain, ofCampaigns }: DoneStatements,
  read: (statement: Statement, some: readonly Did[]) => Promise<Row[]>,
): Promise<Row[]> {
  const numbered = dids.map((did, i) => ({ did, no: i + 1 }));
  const portions = [
    { statement: plain, some: numbered.filter(({ did }) => !isAsked(did.campaign)) },
    { statement: ofCampaigns, some: numbered.filter(({ did }) => isAsked(did.campaign)) },
  ].filter(({ some }) => some.length > 0);
  const lists = await Promise.all(
    portions.map(async ({ statement, some }) =>
      (
        await read(
          statement,
          some.map(({ did }) => did),
        )
      ).map((row) => ({ ...row, no: some[row.no - 1]?.no ?? 0 })),
    ),
  );
  return lists.flat();
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
  const rows = await readDone(dids, members, (statement, some) =>
    reader.query<MemberRow>(statement, didValues(channel, caller, some, clockOffset)),
  );
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
  if (contactNos.length === 0) return lists;
  const given = (some: readonly Did[]) => [...didValues(channel, caller, some, db.clockOffset()), contactNos];
  const rows = await readDone(dids, facts, (statement, some) =>
    read === 'few' ? db.read<FactRow>(statement, given(some)) : db.readAside<FactRow>(statement, given(some)),
  );
  for (const { no, contact, at, kind } of rows)
    if (no === 0) asOf.note(contact);
    else lists[no - 1]?.push({ contact, at, channel: channel.name, kind: kindName(channel, kind) });
  return lists;
}
