import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { FieldDefinition } from '../domain/fields.ts';

type Reader = Pick<Transaction, 'query'>;

/** What is read of contacts for a column, beside values of fields. */
export type OwnTopic = 'tags' | 'identifiers' | 'created' | 'acquisition';

export interface AudienceHead {
  readonly rev: number;
  /** Rev of the last change of who is shown as whom. */
  readonly moved: number;
  /** The database's time, with the clock's offset. */
  readonly now: Date;
  /** The greatest number of a contact; 0 without any. */
  readonly last: number;
  /** Those of the keys asked that the account has. */
  readonly definitions: readonly FieldDefinition[];
}

export interface ChangedContacts {
  readonly contactNos: readonly number[];
  /** As whom each is shown now. */
  readonly rootNos: readonly number[];
}

/** Values of contacts by themselves, each as JSON; contacts without one are absent. */
export interface OwnColumn {
  readonly contactNos: readonly number[];
  readonly values: readonly unknown[];
}

export interface PopulationRows extends ChangedContacts {
  readonly archivedNos: readonly number[];
}

/**
 * Within the transaction everything is found by indexes, and planned without regard to values: an account that the statistics have
 * not met yet seems to have no rows, and one with all of them to be worth reading from end to end.
 */
const planning: Statement = {
  name: 'audience_planning',
  text: `/* audience_planning */ select set_config('plan_cache_mode', $1, true), set_config('enable_seqscan', 'off', true)`,
};
const forAny = ['force_generic_plan'];
/** What changed after a rev is a third of all there is, for who does not look at the rev. */
const forThese = ['force_custom_plan'];
const head: Statement = {
  name: 'audience_head',
  text: `/* audience_head */ select coalesce((select rev from journal_head where account_id = $1), 0) as rev,
    coalesce((select rev from contact_move where account_id = $1), 0) as moved,
    date_trunc('milliseconds', now() + $3::interval) as now,
    coalesce((select contact_no from contact where account_id = $1 order by contact_no desc limit 1), 0) as last,
    (select coalesce(json_agg(json_build_object('fieldNo', field_no, 'key', key, 'label', label, 'type', type, 'options', options,
      'mergeStrategy', merge_strategy)), '[]') from field_definition where account_id = $1 and key = any($2::text[])) as definitions`,
};
/** A value that changed, a tag or an archiving stamps its contact; a merge those that are shown as another one by it. */
const changed: Statement = {
  name: 'audience_changed',
  text: `/* audience_changed */ select coalesce(json_agg(contact_no), '[]') as "contactNos", coalesce(json_agg(root_no), '[]') as "rootNos"
    from (select contact_no, root_no from contact where account_id = $1 and rev > $2
      union select c.contact_no, c.root_no from identifier i join contact c on c.account_id = $1 and c.contact_no = i.contact_no
        where i.account_id = $1 and i.rev > $2
      limit $3) c`,
};
/** A contact is archived when all of its originals are. */
const population: Statement = {
  name: 'audience_population',
  text: `/* audience_population */ select coalesce(json_agg(contact_no), '[]') as "contactNos", coalesce(json_agg(root_no), '[]') as "rootNos",
    coalesce(json_agg(contact_no) filter (where archived_at is not null and root_no = contact_no and not exists (
      select 1 from contact m where m.account_id = $1 and m.root_no = c.contact_no and m.archived_at is null)), '[]') as "archivedNos"
    from contact c where account_id = $1 and contact_no between $2 and $3`,
};

/** @param rows contact numbers with a value each, of the account $1 and the numbers from $2 to $3 */
const ownValues = (name: string, rows: string): Statement => ({
  name,
  text: `/* ${name} */ select coalesce(json_agg(contact_no), '[]') as "contactNos", coalesce(json_agg(value), '[]') as values from (${rows}) v`,
});
const inRange = 'account_id = $1 and contact_no between $2 and $3';
const own: Readonly<Record<OwnTopic, Statement>> = {
  tags: ownValues(
    'audience_tags',
    `select contact_no, array_agg(tag) as value from tag where ${inRange} and present group by contact_no`,
  ),
  identifiers: ownValues(
    'audience_identifiers',
    `select contact_no, array_agg(kind || case when verified then '+' else '-' end) as value from identifier where ${inRange} group by contact_no`,
  ),
  created: ownValues(
    'audience_created',
    `select contact_no, floor(extract(epoch from created_at))::bigint as value from contact where ${inRange}`,
  ),
  acquisition: ownValues(
    'audience_acquisition',
    `select contact_no, json_build_object('kind', acquisition_kind, 'detail', acquisition_detail,
      'second', floor(extract(epoch from acquisition_at))::bigint) as value
      from contact where ${inRange} and acquisition_kind is not null and acquisition_at is not null`,
  ),
};

/** The values of a contact lie beside each other: those of several fields take little more than those of one. */
const fields: Statement = {
  name: 'audience_fields',
  text: `/* audience_fields */ select field_no as "fieldNo", json_agg(contact_no) as "contactNos", json_agg(value) as values
    from field_value where ${inRange} and field_no = any($4::int[]) group by field_no`,
};

/** Where the account stands, and the fields of some keys. */
export async function readAudienceHead(
  reader: Reader,
  account: number,
  keys: readonly string[],
  clockOffset: string,
): Promise<AudienceHead> {
  const [row] = await reader.query<AudienceHead & Record<string, unknown>>(head, [account, keys, clockOffset]);
  if (row === undefined) throw new Error('the head was not read');
  return row;
}

/** One snapshot, in which everything is found by indexes. */
export const audienceSnapshot = <Result>(db: Database, work: (tx: Reader) => Promise<Result>): Promise<Result> =>
  db.snapshot(async (tx) => (await Promise.all([tx.query(planning, forAny), work(tx)]))[1]);

/** Contacts of which anything changed after a rev, in no order; `limit` of them where there are more. Within `audienceSnapshot`. */
export async function changedContacts(
  reader: Reader,
  account: number,
  rev: number,
  limit: number,
): Promise<ChangedContacts> {
  const [, [row]] = await Promise.all([
    reader.query(planning, forThese),
    reader.query<ChangedContacts & Record<string, unknown>>(changed, [account, rev, limit]),
    reader.query(planning, forAny),
  ]);
  return row ?? { contactNos: [], rootNos: [] };
}

/** Who there is between two numbers, both included. */
export async function populationBetween(
  reader: Reader,
  account: number,
  from: number,
  to: number,
): Promise<PopulationRows> {
  const [row] = await reader.query<PopulationRows & Record<string, unknown>>(population, [account, from, to]);
  return row ?? { contactNos: [], rootNos: [], archivedNos: [] };
}

/** Values of the contacts between two numbers, both included, without regard to merges. */
export async function ownValuesBetween(
  reader: Reader,
  account: number,
  topic: OwnTopic,
  from: number,
  to: number,
): Promise<OwnColumn> {
  const [row] = await reader.query<OwnColumn & Record<string, unknown>>(own[topic], [account, from, to]);
  return row ?? { contactNos: [], values: [] };
}

/** The same of fields, in no order. Fields of which nobody there has a value are absent. */
export const fieldValuesBetween = (
  reader: Reader,
  account: number,
  fieldNos: readonly number[],
  from: number,
  to: number,
): Promise<(OwnColumn & { readonly fieldNo: number })[]> =>
  reader.query<OwnColumn & { readonly fieldNo: number } & Record<string, unknown>>(fields, [
    account,
    from,
    to,
    fieldNos,
  ]);
